import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayAnywhere, scopeOf } from '#access';
import { type Audience, type AttendanceStatus, type CourseKind, type DayPart, type RosterKind, type SessionState } from '#contract';
import { EnrollmentRepository, type RosterRow } from '#enrollment';
import { audienceOn, PeopleInCounting } from '#people';
import { addDays, today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type Db, Transactions } from '#platform/database';
import { SessionRepository, type SessionRow } from '#schedule';
import { AttendedRepository } from './folding/attended.repository.js';
import { sheetsOf } from './folding/session-sheet.js';
import { PackRepository } from './pack.repository.js';

/** A phone needs what it may be asked to mark: a week back, two weeks ahead. */
const daysBack = 7;
const daysAhead = 14;
/** What a phone is given beyond its own sessions fills the pack up to here: rosters of a whole county fit no phone. */
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
    live: PackMark[];
    /** What somebody still has to decide about: not in force, and replaced by nothing yet. */
    waiting: PackMark[];
  }[];
}

interface PackMark {
  id: string;
  slot: number;
  status: AttendanceStatus;
}

export interface Pack {
  cursor: string;
  sessions: PackSession[];
  removed: string[];
  /** There is more that the account may settle than a pack holds. */
  truncated: boolean;
}

/**
 * The sessions that an account marks, with rosters and the live marks of each person: all of its own, and of those that it may
 * settle the ones nearest to today. The cursor lists what was served before: a session that changed comes whole, one that is no
 * longer served is named in `removed`. Refusals: cursorInvalid.
 */
@Injectable()
export class ServePack {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly people: PeopleInCounting,
    private readonly attended: AttendedRepository,
    private readonly packs: PackRepository,
  ) {}

  run(ctx: Context, input: { since?: string }): Promise<Pack> {
    scopeOf(ctx, 'attendance.mark');
    const before = input.since === undefined ? new Map<string, string>() : readCursor(input.since);
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      const { ids, truncated } = await this.served(db, ctx);
      const sessions = await this.fill(db, await this.sessions.byIds(db, ids));
      if (ctx.user) await this.packs.noteServed(db, ctx.user.id, ids);
      const digests = new Map(sessions.map((session) => [session.id, digest(session)]));
      return {
        cursor: writeCursor(digests),
        sessions: sessions.filter((session) => before.get(session.id) !== digests.get(session.id)),
        removed: [...before.keys()].filter((id) => !digests.has(id)),
        truncated,
      };
    });
  }

  /** Beyond one's own, the scope is that of settling: a right to mark that another role gives elsewhere opens no rosters there. */
  private async served(db: Db, ctx: Context): Promise<{ ids: number[]; truncated: boolean }> {
    const day = today();
    const days = { from: addDays(day, -daysBack), to: addDays(day, daysAhead) };
    const own = ctx.user ? await this.packs.own(db, days, ctx.user) : [];
    if (!mayAnywhere(ctx, 'attendance.settle')) return { ids: own, truncated: false };
    // One more than fits tells that there is more, whichever of them are own sessions.
    const limit = own.length + sessionLimit + 1;
    const isOwn = new Set(own);
    const others = (await this.packs.nearest(db, days, scopeOf(ctx, 'attendance.settle'), { day, limit })).filter((id) => !isOwn.has(id));
    const room = Math.max(sessionLimit - own.length, 0);
    return { ids: [...own, ...others.slice(0, room)], truncated: others.length > room };
  }

  private async fill(db: Db, rows: readonly SessionRow[]): Promise<PackSession[]> {
    const classIds = [...new Set(rows.flatMap((row) => row.classIds))];
    const rosters = await this.enrollments.rosters(db, classIds);
    const attended = await this.attended.of(
      db,
      rows.map((row) => row.id),
      classIds,
    );
    const facts = await this.people.personFacts(db, [...new Set(rosters.map((row) => attended.canonicalOf(row.personId)))]);
    const sheets = sheetsOf(attended);
    const rosterOf = new Map(classIds.map((id) => [id, rosters.filter((one) => one.classId === id)]));
    return rows.map((row) => {
      const sheet = sheets.get(row.id)!;
      const person = (one: RosterRow): PackSession['roster'][number] => {
        const id = attended.canonicalOf(one.personId);
        const { places, waiting } = sheet(id);
        return {
          personId: String(one.personId),
          name: one.name,
          unit: one.unitName,
          last4: one.last4,
          audience: audienceOn(row.date, facts.get(id)!),
          live: places.flatMap(({ slot, live }) => live.map((mark) => ({ ...mark, slot }))),
          waiting: waiting.map(({ id: markId, slot, status }) => ({ id: markId, slot, status })),
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
        rosterKind: attended.classes.get(row.leadClassId)?.rosterKind ?? 'open',
        checkpoints: row.checkpoints.map(({ position, siteId }) => ({ position, siteId: String(siteId) })),
        viewingPoints: row.viewingPoints.map(({ id, name }) => ({ id: String(id), name })),
        roster: row.classIds.flatMap((id) => rosterOf.get(id) ?? []).map(person),
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
