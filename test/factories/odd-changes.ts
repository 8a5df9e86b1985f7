import { randomUUID } from 'node:crypto';
import { uuidText } from '#platform/database';
import { Importing } from './importing.js';
import { dice } from './dice.js';
import { markOf, type Training } from './training.js';

type Ids = Record<'people' | 'classes' | 'sessions' | 'teaching_sites' | 'enrollments' | 'units' | 'positions', string[]>;

/** Sorts of changes by when they are made: those that freeze things come last, so that enough stays open to be changed. */
export const sortsOfChange = {
  first: [
    ...['mark', 'heads', 'verify', 'decide', 'match', 'sheet', 'merge', 'unmerge', 'movePerson', 'position', 'endPosition', 'person'],
    ...['enroll', 'unenroll', 'openRoom', 'changeRoom', 'closeRoom', 'site', 'session', 'shared', 'class', 'unit'],
  ],
  last: ['retire', 'sessionState', 'classState'],
  /** What is still said of things that are frozen. */
  late: ['mark', 'verify', 'decide', 'match', 'merge', 'unmerge', 'movePerson', 'position'],
};

/** Changes of one sort to what was planted, through the door its user has, until so many were taken. Returns how many were. */
export async function changeAtRandom(training: Training, seed: number, sort: string, wanted: number): Promise<number> {
  const { below, chance, of, day } = dice(seed);
  const { product, county, organiser: token } = training;
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

  const villages: { id: number }[] = await product.db.query("SELECT id FROM units WHERE level = 'village' AND valid_to IS NULL");
  const terms: { id: number; personId: number; version: number }[] = await product.db.query(
    'SELECT id, person_id AS personId, version FROM positions',
  );
  const rooms: { id: number; sessionId: number; counted: number; used: number }[] = await product.db.query(
    `SELECT v.id, v.session_id AS sessionId, EXISTS(SELECT 1 FROM head_counts h WHERE h.viewing_point_id = v.id) AS counted,
       EXISTS(SELECT 1 FROM marks m WHERE m.viewing_point_id = v.id) AS used
     FROM viewing_points v JOIN sessions s ON s.id = v.session_id WHERE s.state = 'scheduled'`,
  );
  const lines: Record<'班次编号' | '课次编号', string>[] = await product.db.query(
    "SELECT k.code AS `班次编号`, s.code AS `课次编号` FROM sessions s JOIN classes k ON k.id = s.lead_class_id WHERE k.state = 'running'",
  );
  const present = "SELECT person_id AS id FROM marks WHERE status IN ('present', 'late', 'leftEarly')";
  const attending: { id: number }[] = await product.db.query(`${present} AND person_id IS NOT NULL`);
  // Of whom nothing is counted it is no news either who they are.
  const merged: { id: number }[] = await product.db.query(`SELECT person_id AS id FROM person_aliases WHERE person_id IN (${present})`);
  const importing = new Importing(product, token);

  /** One of them; of none, something that is not there: the call then answers so. */
  const any = <T extends object>(list: readonly T[]): Partial<T> => of(list) ?? {};
  /** A change of a row by its version. */
  const edit = async (method: 'PATCH' | 'POST' | 'DELETE', path: string, row: string, body: object | undefined) => {
    const version = (await product.call(row, { token })).json.version;
    return product.call(path, { method, token, body, headers: { 'if-match': `"${version}"` } });
  };
  const post = (path: string, body: object = {}) => product.call(path, { token, body });
  const a = (table: keyof Ids): string => of(ids[table]);
  const sorts: Record<string, () => Promise<{ status: number }>> = {
    mark: async () => {
      const at = '2021-06-08T08:31:00Z';
      const count = { mode: 'add', count: below(60), method: 'counted', countedBy: '文书', at };
      const answer = await post('/v1/field/marks', {
        deviceId: randomUUID(),
        marks: [
          markOf(a('sessions'), a('people'), of(['present', 'absent', 'late']), { replaces: chance(0.5) ? [of(marks)] : [] }),
          { ...markOf(a('sessions'), a('people')), personId: undefined, walkIn: { name: '来客' } },
        ],
        headCounts: [{ id: randomUUID(), sessionId: a('sessions'), ...count }],
      });
      const refused = answer.json.verdicts?.some(({ verdict }: { verdict: string }) => verdict === 'refused');
      return refused ? { status: 409 } : answer;
    },
    heads: () =>
      product.call(`/v1/sessions/${a('sessions')}/head-count`, {
        method: 'PUT',
        token,
        headers: { 'idempotency-key': randomUUID() },
        body: { count: below(80), method: 'counted', countedBy: '文书' },
      }),
    verify: () => post(`/v1/head-counts/${of(counts)}/verify`),
    decide: () => post(`/v1/marks/${of(marks)}/decide`, { decision: of(['admit', 'reject', 'withdraw']) }),
    match: () => post(`/v1/marks/${of(walkIns)}/decide`, { decision: 'match', personId: a('people') }),
    /** A signed sheet is brought, and sometimes taken back. */
    sheet: async () => {
      const sign = () => ({ ...any(lines), 人员编号: `P${a('people')}`, 状态: of(['到', '迟到', '缺勤']), 点名: 1 + below(2) });
      const count = () => ({ ...any(lines), 人数: below(60), 清点方式: '清点', 清点人: '文书' });
      const { id, rows } = await importing.check('attendance', { 签到: [sign(), sign(), sign()], 清点: [count()] });
      if (rows.create === 0) return { status: 409 };
      const { state } = await importing.act(id, 'apply');
      if (state === 'applied' && chance(0.5)) await importing.act(id, 'revert');
      return { status: state === 'applied' ? 200 : 409 };
    },
    merge: () => post(`/v1/people/${any(attending).id}/merge`, { intoId: a('people') }),
    unmerge: () => post(`/v1/people/${any(merged).id}/unmerge`),
    movePerson: () => post(`/v1/people/${a('people')}/move`, { unitId: a('units'), from: day() }),
    position: () => post(`/v1/people/${a('people')}/positions`, { kind: of(['villageSecretary', 'backbone']), from: day() }),
    endPosition: () => {
      const { id, personId, version } = any(terms);
      const headers = { 'if-match': `"${version}"` };
      return product.call(`/v1/people/${personId}/positions/${id}`, { method: 'PATCH', token, body: { to: of([null, day()]) }, headers });
    },
    person: () => {
      const id = a('people');
      return edit('PATCH', `/v1/people/${id}`, `/v1/people/${id}`, { partyFrom: of([null, day()]), partyUntil: null, gender: 'female' });
    },
    enroll: () => post('/v1/enrollments', { classId: a('classes'), people: [{ personId: a('people') }] }),
    unenroll: () => {
      const id = a('enrollments');
      return edit('DELETE', `/v1/enrollments/${id}`, `/v1/enrollments/${id}`, undefined);
    },
    openRoom: () => post(`/v1/sessions/${any(sittings).id}/viewing-points`, { name: `会议室${below(1e6)}`, forUnitId: a('units') }),
    changeRoom: () => {
      const { id, sessionId } = any(rooms.filter((room) => room.counted));
      const row = `/v1/sessions/${sessionId}`;
      return edit('PATCH', `${row}/viewing-points/${id}`, row, { forUnitId: a('units') });
    },
    closeRoom: () => {
      const { id, sessionId } = any(rooms.filter((room) => !room.counted && !room.used));
      const row = `/v1/sessions/${sessionId}`;
      return edit('DELETE', `${row}/viewing-points/${id}`, row, undefined);
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
      const { id, kind } = any(sittings);
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
    unit: () => {
      const { id } = any(villages);
      const name = `示例村${below(1e6)}`;
      if (chance(0.3)) return edit('PATCH', `/v1/units/${id}`, `/v1/units/${id}`, { name });
      return post('/v1/units', { parentId: String(of([county.hengqu, county.jinqu])), level: 'village', name });
    },
    retire: () => {
      const { id } = any(villages);
      return edit('POST', `/v1/units/${id}/retire`, `/v1/units/${id}`, { validTo: day(), successorId: of([a('units'), null]) });
    },
    site: () => {
      const id = a('teaching_sites');
      return edit('PATCH', `/v1/teaching-sites/${id}`, `/v1/teaching-sites/${id}`, { unitId: a('units') });
    },
  };
  let taken = 0;
  for (let tries = 0; taken < wanted && tries < 8 * wanted; tries++) {
    const { status } = await sorts[sort]!();
    if (status >= 500) throw new Error(`${sort} answered ${status}`);
    if (status < 300) taken++;
  }
  return taken;
}
