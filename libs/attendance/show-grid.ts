import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { EnrollmentRepository } from '#enrollment';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { ClassRepository, SessionRepository, type SessionRow } from '#schedule';
import { AttendedRepository } from './folding/attended.repository.js';
import { type SheetLine, sheetsOf } from './folding/session-sheet.js';

export interface Grid {
  sessions: SessionRow[];
  people: GridRow[];
}

/** A person of the roster with what each session's sheet says of them. */
export interface GridRow {
  personId: number;
  name: string;
  unit: string;
  sheet: [sessionId: number, line: SheetLine][];
}

/** People × half-days of a class, all as of one moment. Refusals: notFound. */
@Injectable()
export class ShowGrid {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly attended: AttendedRepository,
  ) {}

  run(ctx: Context, { classId }: { classId: number }): Promise<Grid> {
    const scope = scopeOf(ctx, 'attendance.read');
    return this.transactions.snapshot(async (db) => {
      required(await this.classes.find(db, scope, classId), 'notFound');
      const sessions = await this.sessions.ofClass(db, classId);
      const roster = await this.enrollments.rosters(db, [classId]);
      const ids = sessions.map((session) => session.id);
      const attended = await this.attended.of(db, ids, [...new Set(sessions.flatMap((session) => session.classIds))]);
      const sheets = sheetsOf(attended);
      const people = roster.map(({ personId, name, unitName }): GridRow => {
        const counted = attended.canonicalOf(personId);
        return { personId, name, unit: unitName, sheet: ids.map((id) => [id, sheets.get(id)!(counted)]) };
      });
      return { sessions, people };
    });
  }
}
