import { Injectable } from '@nestjs/common';
import {
  type AttendanceStatus,
  type CourseKind,
  type DayPart,
  type HeadCountMethod,
  type HeadCountMode,
  type Origin,
  type RosterKind,
  type SessionState,
} from '#contract';
import { type Db } from '#platform/database';
import { NamesRepository, type SessionRow } from '#schedule';
import { type Arrival, arrivalsOf } from './arrivals.policy.js';
import { isReplaced, standingReports } from './awaits-verification.policy.js';
import { photosWanted } from './evidence/photo.repository.js';
import { AttendedRepository } from './folding/attended.repository.js';
import { type Attended } from './folding/attended.js';
import { attendanceOf, bySession } from './folding/session-attendance.js';
import { sheetsOf } from './folding/session-sheet.js';
import { walkInsOf } from './folding/walk-ins.js';
import { HallSecrets } from './hall/hall-secrets.js';
import { HeadCountRepository, type HeadCountRow } from './head-count.repository.js';
import { MarkRepository, type WalkIn } from './mark.repository.js';
import { PackPeople, type PackPersonFacts } from './pack-people.js';

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
  /** From this the phone works out the codes by which people sign themselves in. */
  hall: string;
  /** The unit has photos switched on. */
  photos: boolean;
  /** The stops of a route: its first is roll call 1. `arrivedAt`: when the first was marked there, to the minute. */
  checkpoints: { position: number; siteId: string; name: string; arrivedAt: string | null }[];
  viewingPoints: { id: string; name: string }[];
  roster: PackPerson[];
  walkIns: PackWalkIn[];
  headCounts: PackHeadCount[];
}

export interface PackPerson extends PackPersonFacts {
  personId: string;
  name: string;
  unit: string;
  last4: string | null;
  live: PackMark[];
  /** What somebody still has to decide about: not in force, and replaced by nothing yet. */
  waiting: PackMark[];
}

/** Somebody on no list, in all roll calls where the same was said of them. */
export interface PackWalkIn extends WalkIn {
  /** Somebody has said who it was; that person stands on no roster of the session. */
  matched: boolean;
  live: PackMark[];
  waiting: PackMark[];
}

export interface PackMark {
  id: string;
  slot: number;
  status: AttendanceStatus;
  /** Not the main room. */
  viewingPointId?: string;
  /** Not from the field: the phone folds by it who outweighs whom, as the county does. */
  origin?: Origin;
}

/** A report that a new one has to name: live, or in force. */
export interface PackHeadCount {
  id: string;
  viewingPointId?: string;
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  countedBy: string;
  verified: boolean;
  /** Another report, not verified yet, takes its place. */
  replaced: boolean;
  /** Not from the field. */
  origin?: Origin;
}

const roomOf = (place: number): { viewingPointId?: string } => (place === 0 ? {} : { viewingPointId: String(place) });
/** Nearly all come from the field: those say nothing. */
const originOf = ({ origin }: { origin: Origin }): { origin?: Origin } => (origin === 'field' ? {} : { origin });

/** What a phone is told of the sessions that it is served: rosters, and what is in force or waits, as it was recorded. */
@Injectable()
export class FillPack {
  constructor(
    private readonly people: PackPeople,
    private readonly attended: AttendedRepository,
    private readonly marks: MarkRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly names: NamesRepository,
    private readonly halls: HallSecrets,
  ) {}

  async run(db: Db, found: readonly SessionRow[]): Promise<PackSession[]> {
    const ids = found.map((row) => row.id);
    const classIds = [...new Set(found.flatMap((row) => row.classIds))];
    const rosters = await this.people.rosters(db, classIds);
    const attended = await this.attended.of(db, ids, classIds, photosWanted(ids));
    // An import may be taken back between two questions: its sessions and marks are left out then.
    const rows = found.filter((row) => attended.sessions.has(row.id));
    const factsOf = await this.people.of(db, [...new Set(rosters.map((row) => attended.canonicalOf(row.personId)))]);
    const sheets = sheetsOf(attended);
    const rosterOf = new Map(classIds.map((id) => [id, rosters.filter((one) => one.classId === id)]));
    const made = new Map(attended.marks.map((mark) => [mark.id, mark]));
    const shown = ({ id, slot, status }: { id: string; slot: number; status: AttendanceStatus }): PackMark => ({
      id,
      slot,
      status,
      ...roomOf(made.get(id)!.place),
      ...originOf(made.get(id)!),
    });
    const strangers = await this.strangers(db, walkInsOf(attended), shown);
    const reports = bySession(await this.headCounts.ofSessions(db, ids));
    const siteName = await this.names.of(
      db,
      'teaching_sites',
      rows.flatMap((row) => row.checkpoints.map(({ siteId }) => siteId)),
    );
    const arrivals = await this.arrivals(db, rows, attended);
    return rows.map((row) => ({
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
      hall: this.halls.of(row.id),
      photos: attended.also.has(row.id),
      checkpoints: row.checkpoints.map(({ position, siteId }, stop) => ({
        position,
        siteId: String(siteId),
        name: siteName(siteId) ?? '',
        arrivedAt: arrivals.get(row.id)?.[stop]?.arrivedAt?.toISOString() ?? null,
      })),
      viewingPoints: row.viewingPoints.map(({ id, name }) => ({ id: String(id), name })),
      roster: row.classIds
        .flatMap((id) => rosterOf.get(id) ?? [])
        .filter(firstOf((one) => attended.canonicalOf(one.personId)))
        .map((one): PackPerson => {
          const id = attended.canonicalOf(one.personId);
          const { places, waiting } = sheets.get(row.id)!(id);
          return {
            personId: String(one.personId),
            name: one.name,
            unit: one.unitName,
            last4: one.last4,
            ...factsOf(id, row.date),
            live: places.flatMap(({ slot, live }) => live.map((mark) => shown({ ...mark, slot }))),
            waiting: waiting.map(shown),
          };
        }),
      walkIns: strangers.get(row.id) ?? [],
      headCounts: reportsShown(reports.get(row.id) ?? []),
    }));
  }

  /** Of the sessions that follow a route. */
  private async arrivals(db: Db, rows: readonly SessionRow[], attended: Attended): Promise<Map<number, Arrival[]>> {
    const routed = rows.filter(({ checkpoints }) => checkpoints.length > 0);
    const times = await this.marks.fieldTimes(
      db,
      routed.map(({ id }) => id),
    );
    const made = bySession(attended.marks);
    return new Map(
      routed.map(({ id, date, checkpoints }) => {
        const { folded } = attendanceOf(attended.sessions.get(id)!, made.get(id) ?? [], attended);
        return [id, arrivalsOf({ stops: checkpoints.length, date }, folded, (markId) => times.get(markId))];
      }),
    );
  }

  /** Those of whom the same was said are one line. */
  private async strangers(
    db: Db,
    standings: ReturnType<typeof walkInsOf>,
    shown: (mark: { id: string; slot: number; status: AttendanceStatus }) => PackMark,
  ): Promise<Map<number, PackWalkIn[]>> {
    const made = [...standings.values()].flat().map(({ mark }) => mark.id);
    const words = await this.marks.words(db, made);
    return new Map(
      [...standings].map(([sessionId, of]) => {
        const lines = new Map<string, PackWalkIn>();
        for (const { mark, waiting } of [...of].sort((a, b) => (a.mark.id < b.mark.id ? -1 : 1))) {
          const walkIn = words.get(mark.id)?.walkIn;
          if (!walkIn) continue;
          const matched = mark.personId !== null;
          const key = `${matched} ${mark.walkIn}`;
          const line = lines.get(key) ?? { ...walkIn, matched, live: [], waiting: [] };
          (waiting === null ? line.live : line.waiting).push(shown(mark));
          lines.set(key, line);
        }
        return [sessionId, [...lines.values()]];
      }),
    );
  }
}

/** Whoever stands on two rosters, also by records that were merged since, is one line: two would be marked differently. */
function firstOf<T>(whoIn: (one: T) => number): (one: T) => boolean {
  const seen = new Set<number>();
  return (one) => seen.size < seen.add(whoIn(one)).size;
}

function reportsShown(reports: readonly HeadCountRow[]): PackHeadCount[] {
  const places = [...new Set(reports.map(({ place }) => place))];
  return places.flatMap((place) => {
    const here = reports.filter((one) => one.place === place);
    return standingReports(here).map((one) => ({
      id: one.id,
      ...roomOf(place),
      mode: one.mode,
      count: one.count,
      method: one.method,
      countedBy: one.countedBy,
      verified: one.verified,
      replaced: isReplaced(one, here),
      ...originOf(one),
    }));
  });
}
