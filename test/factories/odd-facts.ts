import { type Db, insertRows, uuidBytes } from '#platform/database';
import { addDays } from '#platform/clock';
import { type Dice } from './dice.js';
import { closing, regularsOf, type OddPoint, type OddSession } from './odd-classes.js';

interface OddMark {
  id: string;
  walksIn: boolean;
  person: number;
  slot?: number;
  decision?: string;
}

const statuses = ['present', 'present', 'late', 'late', 'leftEarly', 'leftEarly', 'onLeave', 'absent'];

/** Marks and head counts of a session that replace each other in rings, before they arrive, decided or not, in time and late. */
export async function plantOddFacts(
  db: Db,
  one: OddSession,
  points: readonly OddPoint[],
  persons: readonly number[],
  { below, chance, of, some, list, uuid }: Dice,
): Promise<void> {
  const rooms = [null, ...points.filter((point) => point.session_id === one.id).map((point) => point.id)];
  const aboutThen = (instant: number): Date => new Date(instant + (chance(0.3) ? 1 : -1) * (1 + below(1_000_000)));
  /** Some come when the classes were closed; some as the day ends, in Shanghai, that may be the last in time; a sheet may say that day itself. */
  const reception = (last: string) => {
    const origin = of(['field', 'console', 'self', 'import']);
    return {
      origin,
      device_at: closing,
      received_at: aboutThen(chance(0.6) ? closing.getTime() : Date.parse(`${last}T16:00:00Z`)),
      recorded_on: origin === 'import' && chance(0.5) ? last : null,
    };
  };
  const nextMonth = `${addDays(`${one.date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
  // Few people, so that several marks of each stand at one session; mostly those who come to the others as well.
  const cast = some(chance(0.7) ? regularsOf(persons) : persons, 5);
  // At some sessions there is nobody else than strangers, at some no count was verified.
  const strangers = of([0.1, 0.1, 1]);
  const verified = of([0.7, 0.7, 0]);
  const marks: OddMark[] = list(18, () => ({ id: uuid(), walksIn: chance(strangers), person: of(cast) }));
  // Somebody's word was rejected after it had been corrected: the correction stands for what the word had replaced, too.
  const chained = chance(0.4) ? [uuid(), uuid(), uuid()] : [];
  marks.push(...chained.map((id, i) => ({ id, walksIn: false, person: cast[0]!, slot: 1, decision: i === 1 ? 'reject' : 'admit' })));
  await insertRows(
    db,
    'marks',
    marks.map((mark) => ({
      session_id: one.id,
      id: uuidBytes(mark.id),
      slot: mark.slot ?? 1 + below(2),
      person_id: mark.walksIn ? null : mark.person,
      walk_in_name: mark.walksIn ? '来客' : null,
      viewing_point_id: of(rooms),
      status: of(statuses),
      method: 'roll',
      body_hash: Buffer.alloc(16),
      ...reception(addDays(one.date, below(6))),
    })),
  );
  // Mostly of the same person, so that chains and rings come about; some of ids that never arrive.
  const edges = (facts: readonly { id: string; person?: number }[]) =>
    new Map(
      facts
        .filter(() => chance(0.5))
        .map(
          (fact) =>
            [fact.id, chance(0.1) ? uuid() : of(chance(0.8) ? facts.filter((one) => one.person === fact.person) : facts).id] as const,
        )
        .filter(([id, replaced]) => id !== replaced),
    );
  await insertRows(
    db,
    'mark_replacements',
    [...edges(marks.filter((mark) => !mark.decision)), ...chained.slice(1).map((id, i) => [id, chained[i]!] as const)].map(
      ([id, replaced]) => ({ session_id: one.id, mark_id: uuidBytes(id), replaced_id: uuidBytes(replaced) }),
    ),
  );
  await insertRows(
    db,
    'mark_decisions',
    marks
      .filter((mark) => mark.decision ?? chance(0.3))
      .map((mark) => {
        const decision = mark.decision ?? (mark.walksIn ? of(['match', 'reject']) : of(['admit', 'reject']));
        return {
          mark_id: uuidBytes(mark.id),
          session_id: one.id,
          decision,
          person_id: decision === 'match' ? mark.person : null,
          decided_at: closing,
        };
      }),
  );
  const counts = list(4, () => ({ id: uuid() }));
  await insertRows(
    db,
    'head_counts',
    counts.map(({ id }) => ({
      session_id: one.id,
      id: uuidBytes(id),
      viewing_point_id: of(rooms),
      mode: of(['replace', 'add']),
      heads: of([30, 30, below(25)]),
      method: 'counted',
      counted_by: '村文书',
      verified_at: chance(verified) ? closing : null,
      body_hash: Buffer.alloc(16),
      ...reception(addDays(nextMonth, below(6))),
    })),
  );
  await insertRows(
    db,
    'head_count_replacements',
    [...edges(counts)].map(([id, replaced]) => ({ session_id: one.id, head_count_id: uuidBytes(id), replaced_id: uuidBytes(replaced) })),
  );
}
