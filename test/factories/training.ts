import { randomUUID } from 'node:crypto';
import { type CourseKind, type DeliveryMode, type PositionKind } from '#contract';
import { insertRows } from '#platform/database';
import { alwaysThere } from '#units';
import { addAccount, type County, plantCounty, tokenOf } from '../stories/support/county.js';
import { type Answer } from '../stories/support/call.js';
import { type Product, startProduct } from '../stories/support/start-product.js';

/** A county at work: the product with its worker, a small tree of units, and the accounts that stories need. */
export interface Training {
  product: Product;
  county: County;
  organiser: string;
  official: string;
  town: string;
  stop(): Promise<void>;
}

export async function startTraining(): Promise<Training> {
  const product = await startProduct({ worker: true });
  const county = await plantCounty(product.db);
  await addAccount(product, 'organiser', 'organiser', county.county);
  await addAccount(product, 'official', 'official', county.county);
  await addAccount(product, 'town', 'townOrganiser', county.hengqu);
  const [organiser, official, town] = [
    await tokenOf(product, 'organiser'),
    await tokenOf(product, 'official'),
    await tokenOf(product, 'town'),
  ];
  return { product, county, organiser, official, town, stop: () => product.stop() };
}

/** The answer, or the reason why the call was refused. */
export function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

/** `done`, or the code with which it was refused. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1] ?? error.message,
  );

interface PersonWish {
  unitId?: number;
  party?: string;
  position?: { kind: PositionKind; from: string };
}

/** People of a village, as many as asked; a wish names only what matters to the case. */
export async function people({ product, county }: Training, many: number, wish: PersonWish = {}): Promise<string[]> {
  const [{ next }] = await product.db.query('SELECT COALESCE(MAX(id), 0) + 1 AS next FROM people');
  const ids = Array.from({ length: many }, (_, i) => Number(next) + i);
  const unit_id = wish.unitId ?? county.doujiabu;
  await insertRows(
    product.db,
    'people',
    ids.map((id) => ({ id, name: `示例${id}`, unit_id, party_from: wish.party ?? null })),
  );
  await insertRows(
    product.db,
    'person_units',
    ids.map((person_id) => ({ person_id, valid_from: alwaysThere, unit_id })),
  );
  if (wish.position) {
    const { kind, from } = wish.position;
    await insertRows(
      product.db,
      'positions',
      ids.map((person_id) => ({ person_id, kind, unit_id, valid_from: from })),
    );
  }
  return ids.map(String);
}

interface ClassWish {
  kind: CourseKind;
  deliveryMode?: DeliveryMode;
  roster?: 'open' | 'closed';
  village?: number;
  hosts?: string[];
  series?: string;
  runNumber?: number;
  people?: string[];
  startsOn?: string;
  endsOn?: string;
}

/** A class of 2021 unless told otherwise, running, with its roster. It needs a session to run: `sessions` makes those first. */
export async function trainingClass(training: Training, wish: ClassWish): Promise<string> {
  const { product, county, organiser } = training;
  const { people: enrolled, village, ...fields } = wish;
  const body = {
    name: `示例${fields.kind}班`,
    startsOn: '2021-01-01',
    endsOn: '2021-12-31',
    hosts: [String(county.county)],
    ...(village && { villageId: String(village) }),
    ...fields,
  };
  const { id } = done(await product.call('/v1/classes', { token: organiser, body })).json;
  if (enrolled?.length) await enroll(training, id, enrolled);
  return id;
}

export const enroll = async ({ product, organiser }: Training, classId: string, personIds: readonly string[]): Promise<void> => {
  done(await product.call('/v1/enrollments', { token: organiser, body: { classId, people: personIds.map((personId) => ({ personId })) } }));
};

interface SessionWish {
  topic?: string;
  date: string;
  dayPart?: string;
  startsAt?: string;
  classIds?: string[];
  siteId?: string;
  routeId?: string;
  instructorIds?: string[];
}

export async function session({ product, organiser }: Training, leadClassId: string, wish: SessionWish): Promise<string> {
  return done(await product.call('/v1/sessions', { token: organiser, body: { leadClassId, topic: '示例课', dayPart: 'am', ...wish } })).json
    .id;
}

/** Moves a class or session to another state. */
export async function move({ product, organiser }: Training, path: string, to: string): Promise<void> {
  const { version } = done(await product.call(path, { token: organiser })).json;
  done(await product.call(`${path}/state`, { token: organiser, body: { to }, headers: { 'if-match': `"${version}"` } }));
}

export const markOf = (sessionId: string, personId: string, status = 'present', more: object = {}) => ({
  id: randomUUID(),
  sessionId,
  slot: 1,
  personId,
  status,
  method: 'roll',
  at: '2021-06-08T08:31:00.000Z',
  ...more,
});

/** Hands marks over as a phone does. Returns the verdicts. */
export async function send(
  { product, organiser }: Training,
  marks: object[],
  token = organiser,
): Promise<{ id: string; verdict: string; code?: string }[]> {
  return done(await product.call('/v1/field/marks', { token, body: { deviceId: randomUUID(), marks } })).json.verdicts;
}

/** Marks people present at a session. */
export const attend = (training: Training, sessionId: string, personIds: readonly string[], status = 'present') =>
  send(
    training,
    personIds.map((personId) => markOf(sessionId, personId, status)),
  );

export async function heads(
  { product, organiser }: Training,
  sessionId: string,
  count: number,
  more: object = {},
  token = organiser,
): Promise<string> {
  const answer = await product.call(`/v1/sessions/${sessionId}/head-count`, {
    method: 'PUT',
    token,
    headers: { 'idempotency-key': randomUUID() },
    body: { count, method: 'counted', countedBy: '村文书', ...more },
  });
  return done(answer).json.id;
}

/** The figures once everything committed so far has been compiled. */
export async function settled({ product, official }: Training, query = 'from=2021-01&to=2021-12', path = '/v1/figures') {
  for (let tries = 0; tries < 2_400; tries++) {
    const figures = done(await product.call(`${path}?${query}`, { token: official })).json;
    if (figures.pending === 0) return figures;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error('still pending after a minute');
}

/** Waits for all of it though some fails, so that nothing goes on when the test has ended. */
export async function together<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
