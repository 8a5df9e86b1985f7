import { bases } from '#contract';
import { plantUnit } from '../stories/support/county.js';
import { done, people, session, settled, type Training, trainingClass } from './training.js';

/** One of several worlds alike: a town with people, classes and sessions made in the same order, told apart by ids alone. */
export interface Twin {
  town: string;
  villages: string[];
  people: string[];
  classes: string[];
  sessions: string[];
  /** The viewing point of each session that has one. */
  rooms: Record<number, string>;
}

export const shape = { people: 7, sessions: 4, roomsAt: [1, 3] } as const;

/** Two classes sit together at the second session; the fifth and sixth persons are on no roster. */
export async function plantTwin(training: Training): Promise<Twin> {
  const { product, county, organiser } = training;
  const above = { id: county.county, path: `/${county.county}/`, county: county.county, town: county.county, village: county.county };
  const town = await plantUnit(product.db, 'town', '示例镇', null, above);
  const [upper, lower] = [
    await plantUnit(product.db, 'village', '上村', null, town),
    await plantUnit(product.db, 'village', '下村', null, town),
  ];
  const made = [
    await people(training, 1, { unitId: upper.id, position: { kind: 'villageSecretary', from: '2021-04-15' } }),
    await people(training, 1, { unitId: upper.id, party: '2020-01-01' }),
    await people(training, 1, { unitId: lower.id }),
    await people(training, 1, { unitId: lower.id, position: { kind: 'backbone', from: '2021-01-01' } }),
    await people(training, 2, { unitId: upper.id }),
    await people(training, 1, { unitId: lower.id }),
  ].flat();
  const some = (...which: number[]) => which.map((i) => made[i]!);
  const hosts = [String(town.id)];
  const closed = await trainingClass(training, { kind: 'thematic', hosts, people: some(0, 1, 2, 6) });
  const open = await trainingClass(training, { kind: 'thematic', roster: 'open', hosts, people: some(2, 3, 6) });
  const lessons = await trainingClass(training, { kind: 'demonstration', roster: 'open', hosts, village: upper.id, people: some(1, 3) });
  const sessions = [
    await session(training, closed, { date: '2021-03-01' }),
    await session(training, open, { date: '2021-04-01', classIds: [closed, open] }),
    await session(training, lessons, { date: '2021-05-02' }),
    await session(training, lessons, { date: '2021-06-03' }),
  ];
  const rooms: Record<number, string> = {};
  for (const i of shape.roomsAt) {
    const body = { name: '分会场', forUnitId: String(lower.id) };
    rooms[i] = done(await product.call(`/v1/sessions/${sessions[i]}/viewing-points`, { token: organiser, body })).json.id;
  }
  const villages = [String(upper.id), String(lower.id)];
  return { town: String(town.id), villages, people: made, classes: [closed, open, lessons], sessions, rooms };
}

/** A mark's or count's id without the part that tells the twins apart. */
const plainId = (id: string): string => id.slice(0, 8);
type Json = Record<string, unknown>;

/** All that is shown of a twin's attendance and figures once nothing is pending, in words that are the same for every twin. */
export async function shownOf(training: Training, twin: Twin) {
  const get = async (path: string) => done(await training.product.call(path, { token: training.organiser })).json;
  const nth = (of: keyof Twin, id: string | null): number | null => (id === null ? null : (twin[of] as string[]).indexOf(id));
  const roomOf = (id: unknown): number => Object.values(twin.rooms).indexOf(id as string);
  const bySession = (cells: Record<string, Json[]>, plain: (cell: Json) => Json) =>
    Object.entries(cells).map(([id, list]) => [nth('sessions', id), list.map(plain)]);
  const gridOf = async (id: string) => {
    const { people: rows } = await get(`/v1/classes/${id}/grid`);
    const plain = rows.map((row: { personId: string; cells: Record<string, Json[]>; waiting: Record<string, Json[]> }) => ({
      person: nth('people', row.personId),
      cells: bySession(row.cells, (cell) => ({
        ...cell,
        live: (cell.live as string[]).map(plainId),
        viewingPointId: roomOf(cell.viewingPointId),
      })),
      waiting: bySession(row.waiting, (cell) => ({ ...cell, id: plainId(cell.id as string) })),
    }));
    return plain.sort((a: { person: number }, b: { person: number }) => a.person - b.person);
  };
  const sessionOf = async (id: string) => {
    const { headCount, named } = await get(`/v1/sessions/${id}`);
    const marks = (await get(`/v1/marks?session=${id}&limit=200`)).items.map(
      ({ sessionId: _s, person: _p, receivedAt: _r, ...mark }: Json) => ({
        ...mark,
        id: plainId(mark.id as string),
        classId: nth('classes', mark.classId as string),
        personId: nth('people', mark.personId as string | null),
        viewingPointId: roomOf(mark.viewingPointId),
      }),
    );
    return { headCount, named, marks };
  };
  const figuresOf = async (basis: string) => {
    const asked = `from=2021-01&to=2021-12&basis=${basis}&unit=${twin.town}`;
    const { rows, total } = await get(`/v1/figures?${asked}&by=kind,month,village,audience`);
    const plain = rows.map(({ key, labels: _, ...figure }: { key: Json; labels: Json }) => ({
      ...figure,
      key: { ...key, village: nth('villages', key.village as string) },
    }));
    const { counted, leftOut } = await get(`/v1/figures/why?${asked}`);
    return { total, counted, leftOut, rows: plain };
  };
  await settled(training);
  const bulletin = await get(`/v1/figures/bulletin?from=2021-01&to=2021-12&unit=${twin.town}`);
  return {
    grids: await Promise.all(twin.classes.map(gridOf)),
    sessions: await Promise.all(twin.sessions.map(sessionOf)),
    figures: await Promise.all(bases.map(figuresOf)),
    bulletin: { ...bulletin, compiledAt: null },
  };
}
