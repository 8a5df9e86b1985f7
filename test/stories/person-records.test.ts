import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SentStatements } from '../factories/sent-statements.js';
import { attend, done, heads, people, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';

let training: Training;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.stop());

const ask = async (path: string, token = training.organiser) => (await training.product.call(`/v1/${path}`, { token })).json;
const act = (path: string, body: object = {}) =>
  training.product.call(`/v1/${path}`, { method: 'POST', token: training.organiser, body }).then(done);
const person = async (name: string, more: object = {}): Promise<string> =>
  (await act('people', { name, unitId: String(training.county.doujiabu), ...more })).json.id;
const names = async (query: string, token?: string): Promise<string[]> =>
  (await ask(`people?${query}`, token)).items.map(({ name }: { name: string }) => name).sort();
const idsOf = (twins: { person: { id: string } }[]): string[] => twins.map((twin) => twin.person.id);

describe('people are found', () => {
  test('by the initials of their names, by the last four of a number, by the beginning of a code', async () => {
    await person('曾鑫', { phone: '13800009876', code: 'YX-01' });
    await person('张欣', { idNumber: '11010519491231002X', code: 'YX-02' });
    expect(await names('q=zx')).toEqual(['张欣', '曾鑫']);
    expect(await names('q=cx')).toEqual(['曾鑫']);
    expect(await names('q=9876')).toEqual(['曾鑫']);
    expect(await names('q=002x')).toEqual(['张欣']);
    expect(await names('q=YX-')).toEqual(['张欣', '曾鑫']);
    expect(await names(`q=${encodeURIComponent('[曾')}`)).toEqual([]);
    expect(await names('q=%25')).toEqual([]);
  });

  test('as perhaps one and the same: by name with birth or unit, or by phone; never against an ID number or a birth date', async () => {
    const { county, town } = training;
    const kept = await person('同名', { born: '1980-01-01', phone: '13900001111' });
    const born = await person('同名', { born: '1980-01-01', unitId: String(county.jinquVillage) });
    const unit = await person('同名');
    const phone = await person('别名', { phone: '13900001111', unitId: String(county.hengquVillage) });
    const older = await person('同名', { born: '1950-05-05' });
    const twins = await ask(`people/${kept}/twins`);
    expect(idsOf(twins).sort()).toEqual([born, unit, phone].sort());
    expect(twins.find((one: { person: { id: string } }) => one.person.id === born).signs).toEqual(['name', 'born']);
    expect(idsOf(await ask(`people/${older}/twins`))).toEqual([unit]);
    // Another town's records look like none.
    expect(idsOf(await ask(`people/${kept}/twins`, town)).sort()).toEqual([unit, phone].sort());
    expect(await names('twins=true')).toEqual(['别名', '同名', '同名', '同名', '同名']);
    await act(`people/${unit}/merge`, { intoId: kept });
    expect(idsOf(await ask(`people/${kept}/twins`)).sort()).toEqual([born, phone].sort());
    expect((await ask(`people?into=${kept}`)).items.map(({ id }: { id: string }) => id)).toEqual([unit]);
  });
});

describe('what a merge would do to the figures', () => {
  const total = async () => {
    const { total: all } = await settled(training);
    return { people: all.people, ...all.personTimes, attendances: all.attendances };
  };

  test('is told before and is what happens, and the same when it is taken back', async () => {
    const [kept, twin, neighbour] = await people(training, 3);
    const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const both = await session(training, lessons, { date: '2021-05-05' });
    await attend(training, both, [kept!, twin!, neighbour!]);
    await heads(training, both, 10);
    await attend(training, await session(training, lessons, { date: '2021-06-08' }), [twin!]);
    const before = await total();
    const preview = await ask(`people/${twin}/merge-preview?into=${kept}`);
    expect(preview).toMatchObject({ unit: '眉县', pending: 0, years: [{ year: 2021, before }] });
    // One of two at the same lesson is nobody any more, and the heads that stood there are one more unnamed.
    const after = { people: before.people - 1, registered: before.registered - 1, declared: before.declared + 1 };
    expect(preview.years[0].after).toEqual({ ...after, attendances: before.attendances - 1 });
    expect(await total()).toEqual(before);
    expect((await ask(`people/${twin}`)).mergedInto).toBeNull();
    await act(`people/${twin}/merge`, { intoId: kept });
    expect(await total()).toEqual(preview.years[0].after);
    const back = await ask(`people/${twin}/merge-preview`);
    expect(back.years).toEqual([{ year: 2021, before: preview.years[0].after, after: before }]);
    await act(`people/${twin}/unmerge`);
    expect(await total()).toEqual(before);
  });

  test('by reading alone: whoever works at the records meanwhile does not wait', async () => {
    const [kept, twin] = await people(training, 2);
    const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    await attend(training, await session(training, lessons, { date: '2021-09-07' }), [kept!, twin!]);
    const sent = new SentStatements(training.product.app.get(DataSource, { strict: false }));
    const before = await sent.during(() => ask(`people/${twin}/merge-preview?into=${kept}`));
    await act(`people/${twin}/merge`, { intoId: kept });
    const after = await sent.during(() => ask(`people/${twin}/merge-preview`));
    const reading = [...before, ...after].filter((one) => /^\s*(SELECT|WITH)\b/i.test(one) && !/FOR UPDATE|SHARE/.test(one));
    expect(before.length).toBeGreaterThan(0);
    expect(reading).toEqual([...before, ...after]);
  });

  test('nothing, where neither was ever marked; and what cannot be merged is refused alike', async () => {
    const [kept, twin] = await people(training, 2);
    expect((await ask(`people/${twin}/merge-preview?into=${kept}`)).years).toEqual([]);
    expect((await ask(`people/${twin}/merge-preview`)).code).toBe('notMerged');
    expect((await ask(`people/${twin}/merge-preview?into=${twin}`)).code).toBe('mergeWithSelf');
    expect((await ask(`people/${twin}/merge-preview?into=999999`)).code).toBe('referenceUnknown');
    expect((await ask(`people/${twin}/merge-preview?into=${kept}`, training.town)).status).toBe(403);
  });
});

describe('the training record of a person', () => {
  test('lists classes by roster and by attendance, of all records that are the person, for whoever may see them', async () => {
    const { county } = training;
    const [kept, twin] = await people(training, 2);
    const rostered = await trainingClass(training, { kind: 'thematic', people: [twin!] });
    const attended = await trainingClass(training, { kind: 'demonstration', village: county.doujiabu });
    for (const date of ['2021-03-01', '2021-03-02']) await attend(training, await session(training, attended, { date }), [twin!]);
    await act(`people/${twin}/merge`, { intoId: kept });
    await settled(training);
    const record = (await ask(`people/${kept}/training`)).items;
    expect(record).toMatchObject([
      { classId: attended, kind: 'demonstration', enrolledOn: null, attended: 2, firstOn: '2021-03-01', lastOn: '2021-03-02' },
      { classId: rostered, kind: 'thematic', attended: 0, firstOn: null },
    ]);
    expect((await ask(`people/${twin}/training`)).items).toEqual(record);
    const page = await ask(`people/${kept}/training?limit=1`);
    expect((await ask(`people/${kept}/training?limit=1&cursor=${page.nextCursor}`)).items).toEqual([record[1]]);
    // The town takes part in the class of its village, not in the county's.
    expect((await ask(`people/${kept}/training`, training.town)).items.map(({ classId }: { classId: string }) => classId)).toEqual([
      attended,
    ]);
  });
});
