import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type ClassState, type CourseKind } from '#contract';
import { type Db, listOf } from '#platform/database';
import { classInScope } from '#schedule';

/** What one person did in one class. */
export interface TrainedIn {
  classId: number;
  className: string;
  kind: CourseKind;
  state: ClassState;
  startsOn: string;
  endsOn: string;
  /** The day on which they were put on the roster; `null` where they are on none. */
  enrolledOn: string | null;
  rosterNo: number | null;
  /** Sessions with a valid attendance, as compiled. */
  attended: number;
  firstOn: string | null;
  lastOn: string | null;
}

/** The classes that somebody is on the roster of or attended. */
@Injectable()
export class TrainingRecords {
  /** Of a person's records together: attendances are kept under the one that they count as. Latest class first. */
  of(
    db: Db,
    scope: Scope,
    { canonicalId, records }: { canonicalId: number; records: readonly number[] },
    before: number | null,
    limit: number,
  ): Promise<TrainedIn[]> {
    const visible = classInScope(scope);
    return db.query(
      `SELECT c.id AS classId, c.name AS className, c.kind, c.state, c.starts_on AS startsOn, c.ends_on AS endsOn,
         (SELECT MIN(e.enrolled_on) FROM enrollments e WHERE e.class_id = c.id AND e.removed_on IS NULL AND e.person_id IN ${listOf(records)}) AS enrolledOn,
         (SELECT MIN(e.roster_no) FROM enrollments e WHERE e.class_id = c.id AND e.removed_on IS NULL AND e.person_id IN ${listOf(records)}) AS rosterNo,
         COALESCE(t.attended, 0) AS attended, t.firstOn, t.lastOn
       FROM (SELECT e.class_id AS id FROM enrollments e WHERE e.removed_on IS NULL AND e.person_id IN ${listOf(records)}
             UNION SELECT a.class_id FROM attendances a WHERE a.person_id = ?) mine
       JOIN classes c ON c.id = mine.id
       LEFT JOIN (SELECT a.class_id, COUNT(*) AS attended, MIN(a.date) AS firstOn, MAX(a.date) AS lastOn
                  FROM attendances a WHERE a.person_id = ? GROUP BY a.class_id) t ON t.class_id = c.id
       WHERE ${visible.sql} AND c.id < ? ORDER BY c.id DESC LIMIT ${Number(limit)}`,
      [...records, ...records, ...records, canonicalId, canonicalId, ...visible.parameters, before ?? 4_294_967_295],
    );
  }
}
