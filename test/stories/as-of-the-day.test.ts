import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attend, done, people, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';

/** What somebody is changes in the middle of a class: each person-time is of its own day, whenever it became known. */
let training: Training;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.stop());

const post = async (path: string, body: object) => done(await training.product.call(path, { token: training.organiser, body })).json;

/** From the day on the person lives in the other town and is secretary there. */
async function becomesSecretaryElsewhere(id: string, from: string): Promise<void> {
  await post(`/v1/people/${id}/move`, { unitId: String(training.county.jinquVillage), from });
  await post(`/v1/people/${id}/positions`, { kind: 'villageSecretary', from });
}

/** `town audience registered attendances` of each cell of a month that has any, in the order of towns. */
async function cells(month: string): Promise<string[]> {
  const { rows } = await settled(training, `from=${month}&to=${month}&by=town,audience`);
  return rows
    .filter((row: { attendances: number }) => row.attendances > 0)
    .map((row: { labels: Record<string, string>; personTimes: { registered: number }; attendances: number }) =>
      [row.labels.town, row.labels.audience, row.personTimes.registered, row.attendances].join(' '),
    )
    .sort();
}

/** Days of the month on which somebody counts as the audience. */
async function daysAs(audience: string, month: string): Promise<string[]> {
  await settled(training);
  const query = `from=${month}&to=${month}&audience=${audience}&measure=personTimes.registered`;
  const { items } = done(await training.product.call(`/v1/figures/rows?${query}`, { token: training.official })).json;
  return items.map((row: { date: string }) => row.date).sort();
}

test('a person-time of a class carries unit and audience of its first valid attendance, and its attendances carry those', async () => {
  const [person] = (await people(training, 1)) as [string];
  const course = await trainingClass(training, { kind: 'thematic', people: [person] });
  const days = ['2021-03-29', '2021-03-30', '2021-03-31'];
  const [first, second, third] = (await Promise.all(days.map((date) => session(training, course, { date })))) as [string, string, string];
  await becomesSecretaryElsewhere(person, days[1]!);
  // The sheet of the first day comes last.
  await attend(training, second, [person]);
  await attend(training, third, [person]);
  expect(await cells('2021-03')).toEqual(['金渠镇 cadre 1 2']);
  await attend(training, first, [person], 'late');
  expect(await cells('2021-03')).toEqual(['横渠镇 public 1 3']);
});

test('where the lesson is counted, each is as of its own day', async () => {
  const [person] = (await people(training, 1)) as [string];
  const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
  for (const date of ['2021-04-29', '2021-04-30']) await attend(training, await session(training, lessons, { date }), [person]);
  expect(await cells('2021-04')).toEqual(['横渠镇 public 2 2']);
  await becomesSecretaryElsewhere(person, '2021-04-30');
  expect(await cells('2021-04')).toEqual(['横渠镇 public 1 1', '金渠镇 cadre 1 1']);
});

test('a member is one from the very day of joining to the very last day', async () => {
  const [person] = (await people(training, 1)) as [string];
  const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
  for (const date of ['2021-06-30', '2021-07-01', '2021-07-02', '2021-07-03'])
    await attend(training, await session(training, lessons, { date }), [person]);
  const { version } = done(await training.product.call(`/v1/people/${person}`, { token: training.organiser })).json;
  const membership = { method: 'PATCH', token: training.organiser, body: { partyFrom: '2021-07-01', partyUntil: '2021-07-02' } };
  done(await training.product.call(`/v1/people/${person}`, { ...membership, headers: { 'if-match': `"${version}"` } }));
  expect(await daysAs('partyMember', '2021-07')).toEqual(['2021-07-01', '2021-07-02']);
  expect([await daysAs('public', '2021-06'), await daysAs('public', '2021-07')]).toEqual([['2021-06-30'], ['2021-07-03']]);
});

test('who was born on 29 February is 35 up to the day before the birthday', async () => {
  const [person] = (await people(training, 1)) as [string];
  await training.product.db.query("UPDATE people SET born = '1984-02-29' WHERE id = ?", [person]);
  const lessons = await trainingClass(training, {
    kind: 'demonstration',
    village: training.county.doujiabu,
    startsOn: '2020-01-01',
    endsOn: '2020-12-31',
  });
  for (const date of ['2020-02-28', '2020-02-29', '2020-03-01'])
    await attend(training, await session(training, lessons, { date }), [person]);
  await settled(training);
  // No figure is cut by age yet: what is kept with the person-times says it.
  const kept: { date: string; young: number }[] = await training.product.db.query(
    'SELECT date, young FROM participations WHERE person_id = ? ORDER BY date',
    [person],
  );
  expect(kept.map(({ date, young }) => [date, Boolean(young)])).toEqual([
    ['2020-02-28', true],
    ['2020-02-29', false],
    ['2020-03-01', false],
  ]);
});
