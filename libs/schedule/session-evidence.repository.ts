import { positiveStatuses } from '#contract';
import { type Db, listOf } from '#platform/database';

/** What was recorded at a session, or in one room of it. */
export async function recordedAt(db: Db, sessionId: number, pointId: number | null = null): Promise<{ marks: number; headCounts: number }> {
  const here = 'session_id = ? AND (? IS NULL OR viewing_point_id = ?)';
  const [row] = await db.query(
    `SELECT (SELECT COUNT(*) FROM marks WHERE ${here}) AS marks, (SELECT COUNT(*) FROM head_counts WHERE ${here}) AS headCounts`,
    [sessionId, pointId, pointId, sessionId, pointId, pointId],
  );
  return { marks: Number(row.marks), headCounts: Number(row.headCounts) };
}

/**
 * How many sessions of a class would lose somebody if it were called off: who attended and stands on its roster, or, where no
 * other class is there to take the session over, whoever attended or was verified to have stood there. A mark that waits is
 * enough, one that was corrected is not.
 */
export async function heldIn(db: Db, classId: number): Promise<number> {
  const [row] = await db.query(
    `SELECT COUNT(*) AS n FROM (
       SELECT s.id, NOT EXISTS (SELECT 1 FROM session_classes o JOIN classes c ON c.id = o.class_id AND c.state NOT IN ('cancelled', 'void')
         WHERE o.session_id = s.id AND o.class_id <> sc.class_id) AS alone
       FROM sessions s JOIN session_classes sc ON sc.session_id = s.id WHERE sc.class_id = ? AND s.state = 'scheduled') own
     WHERE EXISTS (SELECT 1 FROM marks m LEFT JOIN mark_replacements r ON r.session_id = m.session_id AND r.replaced_id = m.id
         WHERE m.session_id = own.id AND r.mark_id IS NULL AND m.status IN ${listOf(positiveStatuses)} AND (own.alone OR EXISTS (
           SELECT 1 FROM enrollments e WHERE e.class_id = ? AND e.person_id = m.person_id AND e.removed_on IS NULL)))
       OR (own.alone AND EXISTS (SELECT 1 FROM head_counts h WHERE h.session_id = own.id AND h.verified_at IS NOT NULL AND h.heads > 0))`,
    [classId, ...positiveStatuses, classId],
  );
  return Number(row.n);
}
