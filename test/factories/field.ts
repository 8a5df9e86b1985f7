import { CreateUser } from '#accounts';
import { systemContext } from '#platform/context';
import { addDays, today } from '#platform/clock';
import { testPassword, tokenOf } from '../stories/support/county.js';
import { done, move, people, startTraining, type Training } from './training.js';

/** A county with an instructor who has a phone. */
export interface Field {
  training: Training;
  instructorId: string;
  /** The phone's token. */
  instructor: string;
}

export async function startField(): Promise<Field> {
  const training = await startTraining();
  const { product, county, organiser } = training;
  const body = { name: '示例讲师', unitId: String(county.county), engagement: 'partTime' };
  const instructorId = done(await product.call('/v1/instructors', { token: organiser, body })).json.id;
  await product.get(CreateUser).run(systemContext('cli'), {
    scope: { paths: ['/'] },
    account: 'instructor',
    name: '示例讲师',
    password: testPassword,
    grants: [{ bundle: 'instructor', unitId: county.county }],
    instructorId: Number(instructorId),
  });
  return { training, instructorId, instructor: await tokenOf(product, 'instructor') };
}

/** A closed class of this week that the instructor teaches today; another one where the case wishes so. */
export async function todaysClass({ training, instructorId }: Field, many: number, wish: { ofClass?: object; ofSession?: object } = {}) {
  const { product, county, organiser } = training;
  const trainees = many > 0 ? await people(training, many) : [];
  const fields = {
    name: '示例班',
    kind: 'thematic',
    startsOn: addDays(today(), -30),
    endsOn: addDays(today(), 30),
    hosts: [String(county.county)],
    ...wish.ofClass,
  };
  const classId = done(await product.call('/v1/classes', { token: organiser, body: fields })).json.id as string;
  if (many > 0)
    done(
      await product.call('/v1/enrollments', { token: organiser, body: { classId, people: trainees.map((personId) => ({ personId })) } }),
    );
  const body = { leadClassId: classId, topic: '示例课', date: today(), dayPart: 'am', instructorIds: [instructorId], ...wish.ofSession };
  const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
  await move(training, `/v1/classes/${classId}`, 'published');
  return { classId, sessionId, trainees };
}

/** A route with a stop at each of these sites. */
export async function routeWith({ training: { product, county, organiser: token } }: Field, siteNames: readonly string[]): Promise<string> {
  const add = async (path: string, body: object): Promise<string> => done(await product.call(`/v1/${path}`, { token, body })).json.id;
  const stops: object[] = [];
  for (const name of siteNames)
    stops.push({ siteId: await add('teaching-sites', { name, unitId: String(county.hengqu), capacity: 40 }), minutes: 30 });
  return add('routes', { name: '示例线', unitId: String(county.county), stops });
}

/** A room in a village where the lesson of a session is followed. */
export async function viewingPointAt(
  { training: { product, county, organiser: token } }: Field,
  sessionId: string,
  name: string,
): Promise<string> {
  const body = { name, forUnitId: String(county.doujiabu) };
  return done(await product.call(`/v1/sessions/${sessionId}/viewing-points`, { token, body })).json.id;
}
