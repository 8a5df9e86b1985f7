import { addDays, today } from '#platform/clock';
import { done, enroll, move, people, session, type Training } from '../../factories/training.js';

/** A thematic class of these days with a closed roster and one session for each date. */
export interface Classroom {
  classId: string;
  name: string;
  sessions: string[];
  trainees: string[];
}

export async function classroom(
  training: Training,
  { name, many, dates, host }: { name: string; many: number; dates: string[]; host?: number },
): Promise<Classroom> {
  const { product, county, organiser } = training;
  const trainees = await people(training, many);
  const body = {
    name,
    kind: 'thematic',
    startsOn: addDays(today(), -30),
    endsOn: addDays(today(), 30),
    hosts: [String(host ?? county.county)],
  };
  const { id: classId } = done(await product.call('/v1/classes', { token: organiser, body })).json as { id: string };
  await enroll(training, classId, trainees);
  const sessions: string[] = [];
  for (const date of dates) sessions.push(await session(training, classId, { date }));
  await move(training, `/v1/classes/${classId}`, 'published');
  return { classId, name, sessions, trainees };
}

/** What the API's grid says of a session, in the order of the roster: statuses, `null` where nothing is marked, `!` where disputed. */
export async function marked({ product, organiser }: Training, { classId }: Classroom, sessionId: string): Promise<(string | null)[]> {
  const grid = done(await product.call(`/v1/classes/${classId}/grid`, { token: organiser })).json as {
    people: { cells: Record<string, { status: string; disputed: boolean }[]> }[];
  };
  return grid.people.map(({ cells }) => {
    const [cell] = cells[sessionId] ?? [];
    return cell ? `${cell.status}${cell.disputed ? '!' : ''}` : null;
  });
}
