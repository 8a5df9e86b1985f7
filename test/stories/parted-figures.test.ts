import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { audiences, bases, breakdowns, courseKinds } from '#contract';
import { systemContext } from '#platform/context';
import { insertRows } from '#platform/database';
import { Recount } from '#statistics';
import { CreateUnit } from '#units';
import { dice } from '../factories/dice.js';
import { plantOddYear } from '../factories/odd-year.js';
import { attend, done, heads, people, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';
import { signedIn } from './support/county.js';

const year = 'from=2021-01&to=2021-12';
const measures = ['sessionsHeld', 'visits', 'attendances', 'declared'] as const;
type Sums = Record<(typeof measures)[number], number>;
type Line = Sums & { id: string; name: string; town?: string; latitude?: number | null; longitude?: number | null };
const wire = { sessionsHeld: 'sessionsHeld', visits: 'visits', attendances: 'attendances', declared: 'personTimes.declared' } as const;
const partakers = [
  ['sites', 'site'],
  ['instructors', 'instructor'],
] as const;

let training: Training;
const get = async (path: string, token = training.official) => done(await training.product.call(path, { token })).json;

/** All lines of a list, a few at a time, and what it says beside them. */
async function listed(path: string, question: string, limit: number) {
  const items: Line[] = [];
  const elsewhere: Sums[] = [];
  for (let cursor = ''; ;) {
    const page = await get(`/v1/figures/${path}?${question}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    elsewhere.push(page.elsewhere);
    if (page.nextCursor === null) return { ...page, items, elsewhere };
    cursor = page.nextCursor;
  }
}

/** What all its rows add up to, which is said with the first of them. */
async function opened(question: string, measure: string): Promise<number> {
  let sum = 0;
  const first = await get(`/v1/figures/rows?${question}&measure=${measure}&limit=1`);
  for (let cursor = ''; ;) {
    const page = await get(`/v1/figures/rows?${question}&measure=${measure}&limit=200${cursor && `&cursor=${cursor}`}`);
    for (const { value } of page.items) sum += value;
    if (page.nextCursor === null) {
      expect({ question, measure, number: first.number }).toEqual({ question, measure, number: sum });
      return sum;
    }
    cursor = page.nextCursor;
  }
}

const added = (all: readonly Sums[], measure: keyof Sums): number => all.reduce((sum, one) => sum + one[measure], 0);
const sums = (of: Sums): Sums => Object.fromEntries(measures.map((measure) => [measure, of[measure]])) as Sums;

describe('the year by sites and instructors', () => {
  const ids = { a: 0, b: 0, route: 0, first: 0, second: 0, third: 0 };
  beforeAll(async () => {
    training = await startTraining();
    const { product, county } = training;
    const created = async (path: string, body: object): Promise<number> =>
      Number(done(await product.call(path, { token: training.organiser, body })).json.id);
    const unitId = String(county.doujiabu);
    ids.a = await created('/v1/teaching-sites', { name: '甲教学点', unitId, latitude: 34.15, longitude: 107.62 });
    ids.b = await created('/v1/teaching-sites', { name: '乙教学点', unitId: String(county.jinqu) });
    const stops = [ids.a, ids.b, ids.a].map((id) => ({ siteId: String(id), minutes: 30, travelMinutes: 10 }));
    ids.route = await created('/v1/routes', { name: '线路', unitId: String(county.county), stops });
    for (const name of ['first', 'second', 'third'] as const)
      ids[name] = await created('/v1/instructors', { name, unitId: String(county.county), engagement: 'partTime' });
  });
  afterAll(() => training.stop());

  it('count a session at its site, a route run once at each of its sites, and both once in the total', async () => {
    const learners = await people(training, 5);
    const lessons = await trainingClass(training, { kind: 'practical', people: learners });
    const teaching = (...who: ('first' | 'second' | 'third')[]) => ({ instructorIds: who.map((one) => String(ids[one])) });
    const at = await session(training, lessons, { date: '2021-04-01', siteId: String(ids.a), ...teaching('first') });
    const along = await session(training, lessons, {
      date: '2021-04-02',
      routeId: String(ids.route),
      ...teaching('first', 'second', 'third'),
    });
    const village = await trainingClass(training, { kind: 'demonstration', village: training.county.jinquVillage });
    const nowhere = await session(training, village, { date: '2021-04-03' });
    const never = await session(training, lessons, { date: '2021-04-04', siteId: String(ids.b), ...teaching('second') });
    await attend(training, at, learners);
    await attend(training, along, learners.slice(0, 3));
    await heads(training, along, 8);
    await heads(training, nowhere, 20);
    await attend(training, never, learners, 'absent');
    await settled(training);

    const none = { sessionsHeld: 0, visits: 0, attendances: 0, declared: 0 };
    const sites = await listed('sites', year, 1);
    expect(sites.items).toEqual([
      {
        ...{ id: String(ids.a), name: '甲教学点', town: '横渠镇', latitude: 34.15, longitude: 107.62 },
        ...{ ...none, sessionsHeld: 2, attendances: 8, declared: 3 },
      },
      {
        ...{ id: String(ids.b), name: '乙教学点', town: '金渠镇', latitude: null, longitude: null },
        ...{ ...none, sessionsHeld: 1, attendances: 3, declared: 3 },
      },
    ]);
    expect({ total: sites.total, without: sites.without, again: sites.again }).toEqual({
      total: { ...none, sessionsHeld: 3, attendances: 8, declared: 23 },
      without: { ...none, sessionsHeld: 1, declared: 20 },
      again: { ...none, sessionsHeld: 1, attendances: 3, declared: 3 },
    });
    // Of one class, by its hosts: all of it, and nothing of the other.
    const ofClass = (measure: string): Promise<number> => opened(`${year}&basis=host&class=${lessons}`, measure);
    expect([await ofClass('attendances'), await ofClass('people'), await ofClass('sessionsHeld'), await ofClass('batches')]).toEqual([
      8, 5, 2, 1,
    ]);
    expect(await opened(`${year}&basis=host&class=${village}`, 'personTimes.declared')).toBe(20);
    expect((await get(`/v1/figures/why?${year}&basis=host&class=${lessons}`)).counted).toMatchObject({ attendances: 8, registered: 5 });
    expect(await get(`/v1/figures/why?${year}&several=site`)).toMatchObject({
      counted: { sessionsHeld: 1, attendances: 3, declared: 3 },
      leftOut: [
        { reason: 'noneThere', facts: 1 },
        { reason: 'onlyOne', facts: 1 },
      ],
    });
    const instructors = await listed('instructors', year, 2);
    expect(instructors.items.map((line: Line) => [line.name, sums(line)])).toEqual([
      ['first', { ...none, sessionsHeld: 2, attendances: 8, declared: 3 }],
      ['second', { ...none, sessionsHeld: 1, attendances: 3, declared: 3 }],
      ['third', { ...none, sessionsHeld: 1, attendances: 3, declared: 3 }],
    ]);
    expect(instructors.again).toEqual({ ...none, sessionsHeld: 2, attendances: 6, declared: 6 });
  });

  it('are narrowed by the scope as the figures are', async () => {
    const { hengqu, county } = training.county;
    const of = async (more: string, token?: string) => (await get(`/v1/figures/sites?${year}${more}`, token)).total as Sums;
    // Heads and what was held in 金渠镇 stay out of 横渠镇, and of who may see 横渠镇 only.
    expect(await of(`&unit=${hengqu}`)).toMatchObject({ sessionsHeld: 2, attendances: 8, declared: 0 });
    expect(await of('', training.town)).toEqual(await of(`&unit=${hengqu}`));
    const refused = await training.product.call(`/v1/figures/sites?${year}&unit=${county}`, { token: training.town });
    expect([refused.status, refused.json.code]).toEqual([404, 'notFound']);
    expect(await of('&kind=demonstration')).toMatchObject({ sessionsHeld: 1, attendances: 0, declared: 20 });
    expect(await of('&audience=public')).toMatchObject({ sessionsHeld: 2, attendances: 8, declared: 0 });
    expect(await of('&audience=cadre')).toMatchObject({ sessionsHeld: 0, attendances: 0, declared: 0 });
    expect((await get('/v1/figures/sites?from=2021-05&to=2021-12')).total.sessionsHeld).toBe(0);
    expect((await training.product.call('/v1/figures/instructors?from=2021-05&to=2021-04', { token: training.official })).json.code).toBe(
      'periodInvalid',
    );
  });

  it('name nobody whom another county keeps: they are one sum beside the lines', async () => {
    const { product } = training;
    const scope = { paths: ['/'] };
    const theirs = await product.get(CreateUnit).run(systemContext('cli'), { scope, parentId: null, level: 'county', name: '陇县' });
    const town = await product.get(CreateUnit).run(systemContext('cli'), { scope, parentId: theirs.id, level: 'town', name: '示例镇' });
    const token = await signedIn(product, 'longxian', 'organiser', theirs.id);
    const add = async (path: string, body: object): Promise<number> => Number(done(await product.call(path, { token, body })).json.id);
    const site = { name: '外县教学点', unitId: String(town.id), latitude: 34.9, longitude: 106.8 };
    const site_id = await add('/v1/teaching-sites', site);
    const instructor_id = await add('/v1/instructors', { name: '外县教师', unitId: String(theirs.id), engagement: 'guest' });
    const learners = await people(training, 2);
    const lessons = await trainingClass(training, { kind: 'thematic', people: learners });
    const there = await session(training, lessons, { date: '2021-04-05' });
    await product.db.query('UPDATE sessions SET site_id = ? WHERE id = ?', [site_id, there]);
    await insertRows(product.db, 'session_instructors', [{ session_id: Number(there), instructor_id }]);
    await attend(training, there, learners);
    await settled(training);
    for (const path of ['sites', 'instructors'])
      for (const limit of [1, 200]) {
        const list = await listed(path, year, limit);
        expect(JSON.stringify(list)).not.toMatch(/外县|34\.9/);
        const told = Object.fromEntries(measures.map((one) => [one, added(list.elsewhere, one)]));
        expect(told).toEqual({ sessionsHeld: 1, visits: 0, attendances: 2, declared: 0 });
        for (const one of measures)
          expect(added([...list.items, ...list.elsewhere, list.without], one) - list.again[one]).toBe(list.total[one]);
      }
    // Who keeps them is told their names.
    const named = await get(`/v1/figures/sites?${year}&basis=venue`, token);
    expect(named.items.map(({ name }: Line) => name)).toEqual(['外县教学点']);
  });

  describe('in odd years', () => {
    beforeAll(async () => {
      const { db } = training.product;
      for (const seed of [1, 2]) await plantOddYear(db, training.county, seed);
      const { some, below } = dice(5);
      const known: { id: number }[] = await db.query(
        'SELECT id FROM sessions WHERE id NOT IN (SELECT session_id FROM session_instructors)',
      );
      const all = [ids.first, ids.second, ids.third];
      const taught = known.flatMap(({ id: session_id }) => some(all, below(4)).map((instructor_id) => ({ session_id, instructor_id })));
      await insertRows(db, 'session_instructors', taught);
      await training.product.get(Recount).run(systemContext('cli'));
    });

    const questions = (): string[] => {
      const { county, hengqu, doujiabu, organ } = training.county;
      return [
        ...bases.flatMap((basis) => [county, hengqu, doujiabu, organ].map((unit) => `${year}&basis=${basis}&unit=${unit}`)),
        ...courseKinds.map((kind) => `${year}&kind=${kind}`),
        ...audiences.map((audience) => `${year}&audience=${audience}`),
        `from=2021-05&to=2021-05&basis=venue&kind=demonstration&audience=public`,
      ];
    };

    it.each(['sites', 'instructors'])('the lines of %s and what stands beside them add up to the figure itself', async (path) => {
      for (const [i, question] of questions().entries()) {
        const { total } = await settled(training, question);
        const figure = { ...sums(total), declared: total.personTimes.declared };
        const list = await listed(path, question, 1 + (i % 9));
        const again = Object.fromEntries(
          measures.map((one) => [one, added([...list.items, ...list.elsewhere, list.without], one) - list.again[one]]),
        );
        expect({ question, total: list.total, again }).toEqual({ question, total: figure, again: figure });
      }
    });

    it.each(partakers)('%s: every number opens to rows whose sum it is', async (path, partaker) => {
      const { county, hengqu } = training.county;
      const { some } = dice(3);
      const seen: Sums = { sessionsHeld: 0, visits: 0, attendances: 0, declared: 0 };
      for (const scope of [`${year}&unit=${county}`, `${year}&basis=host&kind=practical`, `${year}&unit=${hengqu}&audience=public`]) {
        const list = await listed(path, scope, 200);
        const lines: [string, Sums][] = [
          ...some(list.items as Line[], Math.min(3, list.items.length)).map((line): [string, Sums] => [`${partaker}=${line.id}`, line]),
          [`without=${partaker}`, list.without],
          [`several=${partaker}`, list.again],
        ];
        for (const [part, line] of lines)
          for (const measure of measures) {
            seen[measure] += line[measure];
            const question = `${scope}&${part}`;
            expect({ question, measure, sum: await opened(question, wire[measure]) }).toEqual({ question, measure, sum: line[measure] });
          }
        const [first] = list.items as Line[];
        const { counted } = await get(`/v1/figures/why?${scope}&${partaker}=${first!.id}`);
        expect(counted).toMatchObject(sums(first!));
        expect(counted).not.toHaveProperty('batches');
      }
      for (const measure of measures) expect({ measure, occurs: seen[measure] > 0 }).toEqual({ measure, occurs: true });
    });

    it.each([
      ['site=1', 'batches'],
      ['without=instructor', 'people'],
      ['breakdown=young', 'personTimes.declared'],
      ['unknown=college', 'sessionsHeld'],
    ])('%s has no %s: said, not shown as nought', async (part, measure) => {
      const path = `/v1/figures/rows?${year}&${part}&measure=${measure}`;
      const { status, json } = await training.product.call(path, { token: training.official });
      expect([status, json.code, json.fields[0].field]).toEqual([400, 'invalidParameters', 'measure']);
    });

    it('the registered are broken down, the unknown told, and each number opens', async () => {
      const { hengqu } = training.county;
      for (const scope of [year, `${year}&unit=${hengqu}&basis=venue`, `from=2021-04&to=2021-06&kind=practical`]) {
        const { total } = await settled(training, scope);
        const whole = (await get(`/v1/figures/breakdowns?${scope}`)).total;
        expect([whole.registered, whole.attendances]).toEqual([total.personTimes.registered, total.attendances]);
        for (const one of breakdowns) {
          const of = whole.of[one];
          const only = (await get(`/v1/figures/breakdowns?${scope}&breakdown=${one}`)).total;
          expect(only.of[one]).toEqual({ registered: only.registered, unknown: 0 });
          expect([of.registered, of.unknown]).toEqual([
            await opened(`${scope}&breakdown=${one}`, 'personTimes.registered'),
            await opened(`${scope}&unknown=${one}`, 'personTimes.registered'),
          ]);
          expect(only.registered).toBe(of.registered);
          // Whoever is not counted is known to be another, or nobody knows.
          const facts = async (part: string): Promise<Record<string, number>> => {
            const { counted, leftOut } = await get(`/v1/figures/why?${scope}&${part}`);
            const reasons = leftOut.map(({ reason, facts: n }: { reason: string; facts: number }) => [reason, n]);
            return { registered: counted.registered, otherPeople: 0, peopleUnknown: 0, peopleKnown: 0, ...Object.fromEntries(reasons) };
          };
          const why = await facts(`breakdown=${one}`);
          expect([why.registered, why.peopleUnknown]).toEqual([of.registered, of.unknown]);
          expect(why.registered! + why.otherPeople! + why.peopleUnknown!).toBe(whole.registered);
          const unknown = await facts(`unknown=${one}`);
          expect([unknown.registered, unknown.peopleKnown]).toEqual([of.unknown, whole.registered - of.unknown]);
          expect(only.attendances).toBe(await opened(`${scope}&breakdown=${one}`, 'attendances'));
        }
      }
    });

    it('the foot of a table is counted anew by its part, in the same answer', async () => {
      for (const scope of [year, `${year}&unit=${training.county.hengqu}`, `from=2021-04&to=2021-06&audience=cadre`]) {
        const { rows, foot } = await get(`/v1/figures?${scope}&by=kind,town&foot=kind`);
        expect(foot).toEqual((await get(`/v1/figures?${scope}&by=kind`)).rows);
        expect(rows).toEqual((await get(`/v1/figures?${scope}&by=kind,town`)).rows);
      }
      expect((await get(`/v1/figures?${year}&by=kind,town`)).foot).toEqual([]);
      const unfit = await training.product.call(`/v1/figures?${year}&by=kind,town&foot=site`, { token: training.official });
      expect([unfit.status, unfit.json.fields[0].field]).toEqual([400, 'foot']);
    });

    it.each(['town', 'kind', 'month', 'audience'])('cut by %s, the rows are those of the figures', async (by) => {
      const cut = await get(`/v1/figures/breakdowns?${year}&by=${by}`);
      const { rows } = await get(`/v1/figures?${year}&by=${by}`);
      const named = (all: { key: object; labels: object; registered: number; attendances: number }[]) =>
        all
          .filter((row) => row.registered + row.attendances > 0)
          .map(({ key, labels, registered, attendances }) => ({ key, labels, registered, attendances }));
      const expected = rows.map((row: { personTimes: { registered: number } }) => ({ ...row, registered: row.personTimes.registered }));
      const sorted = (all: { key: object }[]) => [...all].sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1));
      expect(sorted(named(cut.rows))).toEqual(sorted(named(expected)));
    });

    it('what stands below a unit is its towns, or the villages of a town or village: nobody has to know of what level it is', async () => {
      const { county, hengqu, doujiabu } = training.county;
      const rows = async (unit: number, by: string) => (await get(`/v1/figures?${year}&unit=${unit}&by=kind,${by}`)).rows;
      const parts = async (unit: number, by: string) => (await get(`/v1/figures/breakdowns?${year}&unit=${unit}&by=${by}`)).rows;
      for (const [unit, level] of [
        [county, 'town'],
        [hengqu, 'village'],
        [doujiabu, 'village'],
      ] as const)
        for (const ask of [rows, parts]) {
          expect((await ask(unit, 'below')).length).toBeGreaterThan(0);
          expect(await ask(unit, 'below')).toEqual(await ask(unit, level));
        }
    });

    it('the rows of a cut stand in order, those in which nobody was counted for the first time among them', async () => {
      let between = 0;
      for (const unit of Object.values(training.county).map(Number)) {
        const { rows } = await get(`/v1/figures/breakdowns?${year}&by=month&kind=thematic&unit=${unit}`);
        const told = (rows as { key: { month: string }; registered: number }[]).map(({ key, registered }) => ({ ...key, registered }));
        expect(told.map(({ month }) => month)).toEqual(told.map(({ month }) => month).sort());
        if (told.slice(0, -1).some(({ registered }) => registered === 0)) between++;
      }
      expect(between).toBeGreaterThan(0);
    });

    it('an attendance is broken down as its person-time is, counted one by one', async () => {
      type Fact = Record<'class_id' | 'person_id' | 'session_id' | 'counting_session_id', number> & { female: boolean | null };
      const ofYear = (table: string): Promise<Fact[]> =>
        training.product.db.query(`SELECT * FROM ${table} WHERE month BETWEEN 202101 AND 202112`);
      const all: Fact[] = await training.product.db.query('SELECT * FROM participations');
      const times = new Map(all.map((one) => [`${one.class_id}/${one.person_id}/${one.counting_session_id}`, one]));
      const timeOf = ({ class_id, person_id, session_id }: Fact) =>
        times.get(`${class_id}/${person_id}/${session_id}`) ?? times.get(`${class_id}/${person_id}/0`);
      const attended = (await ofYear('attendances')).map(timeOf);
      const told = (await get(`/v1/figures/breakdowns?${year}&breakdown=female`)).total;
      expect(told).toMatchObject({
        registered: (await ofYear('participations')).filter(({ female }) => female).length,
        attendances: attended.filter((one) => one?.female).length,
      });
      const unknown = attended.filter((one) => one?.female === null || one?.female === undefined).length;
      expect(await opened(`${year}&unknown=female`, 'attendances')).toBe(unknown);
    });

    it('two breakdowns hold together: young women are women, and young', async () => {
      const of = async (breakdown: string) => (await get(`/v1/figures/breakdowns?${year}&breakdown=${breakdown}`)).total;
      const [women, both] = [await of('female'), await of('female,young')];
      expect(both.registered).toBe(women.of.young.registered);
      expect(both.registered).toBeGreaterThan(0);
    });
  });
});
