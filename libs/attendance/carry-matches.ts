import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { ask, type Db, insertRows, joined, listOf, numbersOf, type Question, question, uuidBytes, uuidText } from '#platform/database';
import { SessionRepository } from '#schedule';
import { matchesCarried, type MatchableWalkIn } from './carry-matches.policy.js';

type Walked = MatchableWalkIn & { sessionId: number };

/** Lets what was decided of a walk-in hold for the same person's other marks of the session: in other roll calls they would count twice. */
@Injectable()
export class CarryMatches {
  constructor(private readonly sessions: SessionRepository) {}

  /**
   * Before walk-ins come, and before anything else is written: what follows from a match depends on all walk-ins of a session, and is worked
   * out by one at a time. `sessionIds` are all in which anything is recorded together with them, so that they are taken in one order.
   */
  hold(db: Db, sessionIds: readonly number[]): Promise<void> {
    return this.sessions.hold(db, [...new Set(sessionIds)]);
  }

  /** After walk-ins came to these sessions, or somebody decided about one. */
  async run(db: Db, sessionIds: readonly number[]): Promise<void> {
    if (sessionIds.length === 0) return;
    const [walkIns] = await ask(db, walkInsOf([...new Set(sessionIds)]));
    if (walkIns.every(({ decision }) => decision !== 'match')) return;
    const bySession = new Map<number, Walked[]>();
    for (const one of walkIns) bySession.set(one.sessionId, [...(bySession.get(one.sessionId) ?? []), one]);
    const [over, fresh] = [[] as string[], [] as { id: string; sessionId: number; personId: number }[]];
    for (const [sessionId, marks] of bySession) {
      const follows = matchesCarried(marks);
      for (const { id, carried, personId } of marks) {
        const as = follows.get(id);
        if (as === undefined && carried) over.push(id);
        if (as !== undefined && as !== personId) fresh.push({ id, sessionId, personId: as });
      }
    }
    if (over.length > 0) await db.query(`DELETE FROM mark_decisions WHERE carried = 1 AND mark_id IN ${listOf(over)}`, over.map(uuidBytes));
    await insertRows(
      db,
      'mark_decisions',
      fresh.map(({ id, sessionId, personId }) => ({
        mark_id: uuidBytes(id),
        session_id: sessionId,
        decision: 'match',
        person_id: personId,
        decided_at: now(),
        carried: 1,
      })),
      'person_id = VALUES(person_id), decided_at = VALUES(decided_at)',
    );
  }
}

function walkInsOf(sessionIds: readonly number[]): Question<Walked[]> {
  const these = numbersOf(sessionIds);
  const marks = question<Omit<Walked, 'id' | 'replaces' | 'carried'> & { id: Buffer; carried: number }>(
    `SELECT m.id, m.session_id AS sessionId, m.slot, d.decision, d.person_id AS personId, COALESCE(d.carried, 0) AS carried,
       CONCAT(m.walk_in_name, '/', COALESCE(m.walk_in_village, ''), '/', COALESCE(m.walk_in_phone_tail, '')) AS words
     FROM marks m LEFT JOIN mark_decisions d ON d.mark_id = m.id WHERE m.session_id IN ${these} AND m.walk_in_name IS NOT NULL`,
  );
  const edges = question<{ id: Buffer; replaced: Buffer }>(
    `SELECT r.mark_id AS id, r.replaced_id AS replaced FROM mark_replacements r JOIN marks m ON m.id = r.mark_id
     WHERE r.session_id IN ${these} AND m.walk_in_name IS NOT NULL`,
  );
  return joined([marks, edges], (rows, replacements) => {
    const replaces = new Map<string, string[]>();
    for (const { id, replaced } of replacements) replaces.set(uuidText(id), [...(replaces.get(uuidText(id)) ?? []), uuidText(replaced)]);
    return rows.map((row): Walked => {
      const id = uuidText(row.id);
      return { ...row, id, carried: Boolean(row.carried), replaces: replaces.get(id) ?? [] };
    });
  });
}
