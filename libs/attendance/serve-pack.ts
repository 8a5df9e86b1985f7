import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayAnywhere, type Scope, scopeOf } from '#access';
import { type Audience, type AttendanceStatus, type CourseKind, type DayPart, type RosterKind, type SessionState } from '#contract';
import { EnrollmentRepository, type RosterRow } from '#enrollment';
import { audienceOn, PeopleInCounting } from '#people';
import { addDays, today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type Db, listOf, Transactions } from '#platform/database';
import { servesClassInScope, SessionRepository, type SessionRow } from '#schedule';
import { AttendanceRepository } from './attendance.repository.js';
import { foldSession, MarkRepository } from './mark.repository.js';

/** A phone needs what it may be asked to mark: a week back, two weeks ahead. */
const daysBack = 7;
const daysAhead = 14;
const sessionLimit = 300;

export interface PackSession {
  id: string;
  kind: CourseKind;
  state: SessionState;
  date: string;
  dayPart: DayPart;
  startsAt: string | null;
  endsAt: string | null;
  topic: string;
  place: string | null;
  classIds: string[];
  leadClassId: string;
  rosterKind: RosterKind;
  checkpoints: { position: number; siteId: string }[];
  viewingPoints: { id: string; name: string }[];
  roster: {
    personId: string;
    name: string;
    unit: string;
    last4: string | null;
    audience: Audience;
    live: { id: string; slot: number; status: AttendanceStatus }[];
  }[];
}

export interface Pack {
  cursor: string;
  sessions: PackSession[];
  removed: string[];
}

/**
 * The sessions that an account marks, with rosters and the live marks of each person. The cursor lists what was served before:
 * a session that changed comes whole, one that is no longer served is named in `removed`. Refusals: cursorInvalid.
 */
@Injectable()
export class ServePack {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly people: PeopleInCounting,
    private readonly marks: MarkRepository,
    private readonly attendance: AttendanceRepository,
  ) {}

  run(ctx: Context, input: { since?: string }): Promise<Pack> {
    const scope = scopeOf(ctx, 'attendance.mark');
    const before = input.since === undefined ? new Map<string, string>() : readCursor(input.since);
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      const rows = await this.sessions.byIds(db, await this.served(db, ctx, scope));
      const sessions = await this.fill(db, rows);
      if (ctx.user)
        await this.attendance.noteServed(
          db,
          ctx.user.id,
          rows.map((row) => row.id),
        );
      const digests = new Map(sessions.map((session) => [session.id, digest(session)]));
      return {
        cursor: writeCursor(digests),
        sessions: sessions.filter((session) => before.get(session.id) !== digests.get(session.id)),
        removed: [...before.keys()].filter((id) => !digests.has(id)),
      };
    });
  }

  private async served(db: Db, ctx: Context, scope: Scope): Promise<number[]> {
    const own = `EXISTS (SELECT 1 FROM session_instructors si WHERE si.session_id = s.id AND si.instructor_id = ?)
      OR EXISTS (SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id = s.id AND c.head_user_id = ?)`;
    const wide = mayAnywhere(ctx, 'attendance.settle') ? servesClassInScope(scope) : { sql: 'FALSE', parameters: [] };
    const on = today();
    const rows: { id: number }[] = await db.query(
      `SELECT s.id FROM sessions s JOIN classes led_by ON led_by.id = s.lead_class_id
       WHERE s.date BETWEEN ? AND ? AND led_by.state <> 'draft' AND (${own} OR ${wide.sql}) ORDER BY s.date, s.id LIMIT ${sessionLimit}`,
      [addDays(on, -daysBack), addDays(on, daysAhead), ctx.user?.instructorId ?? 0, ctx.user?.id ?? 0, ...wide.parameters],
    );
    return rows.map((row) => row.id);
  }

  private async fill(db: Db, rows: readonly SessionRow[]): Promise<PackSession[]> {
    const classIds = [...new Set(rows.flatMap((row) => row.classIds))];
    const rosters = await this.enrollments.rosters(db, classIds);
    const marks = await this.marks.ofSessions(
      db,
      rows.map((row) => row.id),
    );
    const personIds = [...new Set([...rosters.map((row) => row.personId), ...marks.flatMap((mark) => mark.personId ?? [])])];
    const canonical = await this.people.canonicalOf(db, personIds);
    const facts = await this.people.personFacts(db, [...new Set(canonical.values())]);
    const kinds: { id: number; roster: RosterKind }[] =
      classIds.length === 0 ? [] : await db.query(`SELECT id, roster FROM classes WHERE id IN ${listOf(classIds)}`, classIds);
    return rows.map((row) => {
      const folded = foldSession(
        marks.filter((mark) => mark.sessionId === row.id),
        canonical,
      );
      const person = (one: RosterRow): PackSession['roster'][number] => {
        const id = canonical.get(one.personId) ?? one.personId;
        return {
          personId: String(one.personId),
          name: one.name,
          unit: one.unitName,
          last4: one.last4,
          audience: audienceOn(row.date, facts.get(id)!),
          live: folded
            .filter((place) => place.personId === String(id))
            .flatMap((place) => place.live.map((mark) => ({ ...mark, slot: place.slot }))),
        };
      };
      return {
        id: String(row.id),
        kind: row.kind,
        state: row.state,
        date: row.date,
        dayPart: row.dayPart,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        topic: row.topic,
        place: row.place,
        classIds: row.classIds.map(String),
        leadClassId: String(row.leadClassId),
        rosterKind: kinds.find((one) => one.id === row.leadClassId)?.roster ?? 'open',
        checkpoints: row.checkpoints.map(({ position, siteId }) => ({ position, siteId: String(siteId) })),
        viewingPoints: row.viewingPoints.map(({ id, name }) => ({ id: String(id), name })),
        roster: rosters.filter((one) => row.classIds.includes(one.classId)).map(person),
      };
    });
  }
}

const digest = (session: PackSession): string => createHash('sha256').update(JSON.stringify(session)).digest('base64url').slice(0, 12);

const writeCursor = (digests: Map<string, string>): string =>
  Buffer.from([...digests].map(([id, hash]) => `${id}.${hash}`).join(' ')).toString('base64url');

function readCursor(text: string): Map<string, string> {
  const clear = Buffer.from(text, 'base64url').toString('latin1');
  if (clear === '') return new Map();
  const entries = clear.split(' ').map((entry) => /^([1-9]\d{0,9})\.([\w-]{12})$/.exec(entry));
  if (entries.some((entry) => entry === null)) throw new Refusal('cursorInvalid');
  return new Map(entries.map((entry) => [entry![1]!, entry![2]!]));
}
