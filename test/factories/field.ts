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

/** A closed class of this week that the instructor teaches today. */
export async function todaysClass({ training, instructorId }: Field, many: number) {
  const { product, county, organiser } = training;
  const trainees = await people(training, many);
  const fields = {
    name: '示例班',
    kind: 'thematic',
    startsOn: addDays(today(), -30),
    endsOn: addDays(today(), 30),
    hosts: [String(county.county)],
  };
  const classId = done(await product.call('/v1/classes', { token: organiser, body: fields })).json.id as string;
  done(await product.call('/v1/enrollments', { token: organiser, body: { classId, people: trainees.map((personId) => ({ personId })) } }));
  const body = { leadClassId: classId, topic: '示例课', date: today(), dayPart: 'am', instructorIds: [instructorId] };
  const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
  await move(training, `/v1/classes/${classId}`, 'published');
  return { classId, sessionId, trainees };
}
