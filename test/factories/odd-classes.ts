import { type Db, insertRows } from '#platform/database';
import { type Dice } from './dice.js';
import { firstFree } from './first-free.js';

/** When the classes that are closed were closed. */
export const closing = new Date('2021-07-01T00:00:00Z');

/** Those who come again and again. */
export const regularsOf = (persons: readonly number[]): readonly number[] => persons.slice(0, 10);

export interface OddSession {
  id: number;
  date: string;
}
export interface OddPoint {
  id: number;
  session_id: number;
}

/** Classes in every state, and sessions that they have together, some at a site, some along stops, some with viewing points. */
export async function plantOddClasses(
  db: Db,
  { units, village, persons, classes }: { units: readonly number[]; village: number; persons: readonly number[]; classes: number },
  { chance, of, some, day, orNull }: Dice,
): Promise<{ sessions: OddSession[]; points: OddPoint[] }> {
  const site = await firstFree(db, 'teaching_sites');
  const sites = units.map((unit_id, i) => ({ id: site + i, name: `教学点${site + i}`, unit_id }));
  await insertRows(db, 'teaching_sites', sites);
  const firstClass = await firstFree(db, 'classes');
  const all = Array.from({ length: classes }, (_, i) => {
    const state = i === 0 ? 'running' : of(['running', 'running', 'running', 'closed', 'cancelled', 'void']);
    return {
      id: firstClass + i,
      code: `B${firstClass + i}`,
      name: `示例班${firstClass + i}`,
      kind: of(['online', 'thematic', 'practical', 'demonstration']),
      delivery_mode: of(['inPerson', 'inPerson', 'inPerson', 'live', 'homeVisit']),
      roster: of(['open', 'closed']),
      state,
      starts_on: '2021-01-01',
      ends_on: '2021-12-31',
      host_unit_id: of(units),
      village_id: orNull(village, 0.7),
      closed_at: state === 'closed' ? closing : null,
    };
  });
  // The first only sits in with others, and has nobody of its own.
  const leaders = all.slice(1);
  await insertRows(db, 'classes', all);
  await insertRows(
    db,
    'class_units',
    all.map((one) => ({ class_id: one.id, role: 'host', position: 1, unit_id: one.host_unit_id })),
  );
  await insertRows(
    db,
    'enrollments',
    leaders.flatMap((one) =>
      [...new Set([...some(persons, 10), ...some(regularsOf(persons), 10)])].map((person_id) => ({
        class_id: one.id,
        person_id,
        enrolled_on: '2021-01-01',
        removed_on: chance(0.1) ? '2021-02-01' : null,
      })),
    ),
  );

  // Days on which much goes on, also in one class.
  const busy = ['2021-12-20', day(), day(), day()];
  const firstSession = await firstFree(db, 'sessions');
  const sessions = Array.from({ length: classes * 3 }, (_, i) => {
    const leading = of(leaders);
    const together = all.filter((one) => one.kind === leading.kind && one.id !== leading.id);
    return {
      id: firstSession + i,
      code: String(firstSession + i),
      lead_class_id: leading.id,
      topic: '示例课',
      date: chance(0.6) ? of(busy) : day(),
      day_part: of(['am', 'pm', 'evening']),
      state: of(['scheduled', 'scheduled', 'scheduled', 'scheduled', 'cancelled', 'void']),
      site_id: chance(0.3) ? of(sites).id : null,
      for_unit_id: orNull(of(units), 0.7),
      serves: [leading.id, ...(together.length > 0 && chance(0.5) ? some(together, 3).map((one) => one.id) : [])],
    };
  });
  await insertRows(
    db,
    'sessions',
    sessions.map(({ serves: _, ...row }) => row),
  );
  await insertRows(
    db,
    'session_classes',
    sessions.flatMap((one) => one.serves.map((class_id) => ({ session_id: one.id, class_id }))),
  );
  await insertRows(
    db,
    'checkpoints',
    sessions
      .filter((one) => one.site_id === null && chance(0.2))
      .flatMap((one) => [3, 1, 2].map((position) => ({ session_id: one.id, position, site_id: of(sites).id }))),
  );
  const firstPoint = await firstFree(db, 'viewing_points');
  const points = sessions
    .flatMap((one) => (chance(0.4) ? ['甲', '乙'].map((name) => ({ session_id: one.id, name, for_unit_id: of(units) })) : []))
    .map((point, i) => ({ id: firstPoint + i, ...point }));
  await insertRows(db, 'viewing_points', points);
  return { sessions, points };
}
