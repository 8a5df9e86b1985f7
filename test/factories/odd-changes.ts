import { randomUUID } from 'node:crypto';
import { uuidText } from '#platform/database';
import { dice } from './odd-year.js';
import { markOf, type Training } from './training.js';

type Ids = Record<'people' | 'classes' | 'sessions' | 'teaching_sites' | 'enrollments' | 'units' | 'positions', string[]>;

/** Sorts of changes, those that freeze things last. */
export const sortsOfChange = [
  ...['mark', 'heads', 'verify', 'decide', 'match', 'merge', 'unmerge', 'movePerson', 'position', 'person', 'enroll', 'unenroll'],
  ...['site', 'session', 'shared', 'class', 'sessionState', 'classState'],
] as const;

/** Changes of one sort to what was planted, through the door its user has. Returns how many were taken. */
export async function changeAtRandom(training: Training, seed: number, sort: string, tries: number): Promise<number> {
  const { below, chance, of, day } = dice(seed);
  const { product, organiser: token } = training;
  const ids = {} as Ids;
  for (const table of ['people', 'classes', 'sessions', 'teaching_sites', 'enrollments', 'units', 'positions'] as const)
    ids[table] = (await product.db.query(`SELECT id FROM ${table} ORDER BY id`)).map((row: { id: number }) => String(row.id));
  const facts = async (table: string): Promise<string[]> =>
    (await product.db.query(`SELECT id FROM ${table} ORDER BY id LIMIT 400`)).map((row: { id: Buffer }) => uuidText(row.id));
  const [marks, walkIns, counts] = [await facts('marks'), await facts('marks WHERE person_id IS NULL'), await facts('head_counts')];

  const classes: { id: number; kind: string }[] = await product.db.query("SELECT id, kind FROM classes WHERE state = 'running'");
  const sittings: { id: number; kind: string }[] = await product.db.query(
    "SELECT s.id, k.kind FROM sessions s JOIN classes k ON k.id = s.lead_class_id WHERE s.state = 'scheduled' AND k.state = 'running'",
  );

  /** A change of a row by its version. */
  const edit = async (method: 'PATCH' | 'POST' | 'DELETE', path: string, row: string, body: object | undefined) => {
    const version = (await product.call(row, { token })).json.version;
    return product.call(path, { method, token, body, headers: { 'if-match': `"${version}"` } });
  };
  const post = (path: string, body: object = {}) => product.call(path, { token, body });
  const a = (table: keyof Ids): string => of(ids[table]);
  const sorts: Record<string, () => Promise<{ status: number }>> = {
    mark: () =>
      post('/v1/field/marks', {
        deviceId: randomUUID(),
        marks: [
          markOf(a('sessions'), a('people'), of(['present', 'absent', 'late']), { replaces: chance(0.5) ? [of(marks)] : [] }),
          { ...markOf(a('sessions'), a('people')), personId: undefined, walkIn: { name: '来客' } },
        ],
        headCounts: [
          {
            id: randomUUID(),
            sessionId: a('sessions'),
            mode: 'add',
            count: below(60),
            method: 'counted',
            countedBy: '文书',
            at: '2021-06-08T08:31:00Z',
          },
        ],
      }),
    heads: () =>
      product.call(`/v1/sessions/${a('sessions')}/head-count`, {
        method: 'PUT',
        token,
        headers: { 'idempotency-key': randomUUID() },
        body: { count: below(80), method: 'counted', countedBy: '文书' },
      }),
    verify: () => post(`/v1/head-counts/${of(counts)}/verify`),
    decide: () => post(`/v1/marks/${of(marks)}/decide`, { decision: of(['admit', 'reject']) }),
    match: () => post(`/v1/marks/${of(walkIns)}/decide`, { decision: 'match', personId: a('people') }),
    merge: () => post(`/v1/people/${a('people')}/merge`, { intoId: a('people') }),
    unmerge: () => post(`/v1/people/${a('people')}/unmerge`),
    movePerson: () => post(`/v1/people/${a('people')}/move`, { unitId: a('units'), from: day() }),
    position: () => post(`/v1/people/${a('people')}/positions`, { kind: of(['villageSecretary', 'backbone']), from: day() }),
    person: () => {
      const id = a('people');
      return edit('PATCH', `/v1/people/${id}`, `/v1/people/${id}`, { partyFrom: of([null, day()]), partyUntil: null, gender: 'female' });
    },
    enroll: () => post('/v1/enrollments', { classId: a('classes'), people: [{ personId: a('people') }] }),
    unenroll: () => {
      const id = a('enrollments');
      return edit('DELETE', `/v1/enrollments/${id}`, `/v1/enrollments/${id}`, undefined);
    },
    session: () => {
      const id = a('sessions');
      return edit('PATCH', `/v1/sessions/${id}`, `/v1/sessions/${id}`, {
        date: day(),
        ...(chance(0.5) && { forUnitId: a('units') }),
        ...(chance(0.3) && { siteId: a('teaching_sites') }),
      });
    },
    shared: () => {
      const { id, kind } = of(sittings);
      const together = classes.filter((one) => one.kind === kind).map((one) => one.id);
      const leadClassId = String(of(together));
      return edit('PATCH', `/v1/sessions/${id}`, `/v1/sessions/${id}`, {
        leadClassId,
        classIds: [...new Set([leadClassId, String(of(together))])],
      });
    },
    sessionState: () => {
      const id = a('sessions');
      return edit('POST', `/v1/sessions/${id}/state`, `/v1/sessions/${id}`, { to: of(['scheduled', 'cancelled', 'void']) });
    },
    classState: () => {
      const id = a('classes');
      return edit('POST', `/v1/classes/${id}/state`, `/v1/classes/${id}`, { to: of(['closed', 'cancelled', 'void']) });
    },
    class: () => {
      const id = a('classes');
      return edit(
        'PATCH',
        `/v1/classes/${id}`,
        `/v1/classes/${id}`,
        of([{ hosts: [a('units')] }, { deliveryMode: of(['inPerson', 'homeVisit']) }]),
      );
    },
    site: () => {
      const id = a('teaching_sites');
      return edit('PATCH', `/v1/teaching-sites/${id}`, `/v1/teaching-sites/${id}`, { unitId: a('units') });
    },
  };
  let taken = 0;
  for (let i = 0; i < tries; i++) {
    const { status } = await sorts[sort]!();
    if (status >= 500) throw new Error(`${sort} answered ${status}`);
    if (status < 300) taken++;
  }
  return taken;
}
