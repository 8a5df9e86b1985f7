import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { EnrollmentRepository } from '#enrollment';
import { today } from '#platform/clock';
import { type Config, CONFIG } from '#platform/config';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { ClassRepository, type ClassRow, SessionRepository, type SessionRow } from '#schedule';
import { AttendedRepository, type WholeMark } from './folding/attended.repository.js';
import { type SheetLine, sheetsOf } from './folding/session-sheet.js';
import { cameLate, isLateMark } from './lateness.policy.js';
import { MarkingReach } from './marking-reach.js';

export interface Grid {
  class: ClassRow;
  sessions: GridSession[];
  people: GridRow[];
}

export interface GridSession extends SessionRow {
  /** Whether the account settles its attendance. */
  mayMark: boolean;
  /** What is marked today comes late (rule 10). */
  lateToday: boolean;
}

/** A person of the roster with what each session's sheet says of them. */
export interface GridRow {
  personId: number;
  name: string;
  unit: string;
  last4: string | null;
  rosterNo: number | null;
  sheet: [sessionId: number, line: GridLine][];
}

interface GridLine extends SheetLine<WholeMark> {
  places: (SheetLine<WholeMark>['places'][number] & { late: boolean })[];
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
    private readonly reach: MarkingReach,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(ctx: Context, { classId }: { classId: number }): Promise<Grid> {
    const scope = scopeOf(ctx, 'attendance.read');
    return this.transactions.snapshot(async (db) => {
      const found = required(await this.classes.find(db, scope, classId), 'notFound');
      const sessions = await this.sessions.ofClass(db, classId);
      const roster = await this.enrollments.rosters(db, [classId]);
      const ids = sessions.map((session) => session.id);
      const attended = await this.attended.of(db, ids, [...new Set(sessions.flatMap((session) => session.classIds))]);
      const sheets = sheetsOf(attended);
      const marked = new Set(await this.reach.inScope(db, ctx, 'attendance.settle', ids));
      const day = today();
      const lineOf = ({ id, date }: SessionRow, personId: number): GridLine => {
        const { places, waiting } = sheets.get(id)!(personId);
        return { waiting, places: places.map((place) => ({ ...place, late: cameLate(place.mark, date, this.config) })) };
      };
      const people = roster.map(({ personId, name, unitName, last4, rosterNo }): GridRow => {
        const counted = attended.canonicalOf(personId);
        return { personId, name, unit: unitName, last4, rosterNo, sheet: sessions.map((one) => [one.id, lineOf(one, counted)]) };
      });
      const shown = sessions.map((one) => ({
        ...one,
        mayMark: marked.has(one.id),
        lateToday: isLateMark(one.date, day, this.config),
      }));
      return { class: found, sessions: shown, people };
    });
  }
}
