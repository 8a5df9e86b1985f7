import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type ClassState, type DayPart, type SessionState } from '#contract';
import { type Db, insertRows, listOf } from '#platform/database';
import { registerKey, subtreeCondition, UnitRepository } from '#units';
import { classInScope, classManagedIn } from './class.repository.js';
import { hasEnded } from './class-state.policy.js';
import { statesHeld, statesOf } from './reference-check.js';
import { SessionRepository } from './session.repository.js';
import { type KnownClass, sessionKey, TimetableLookup } from './timetable-lookup.repository.js';

/** What a row of the timetable says, with everything it names by id; lists are in order, so that equal ones are equal as text. */
export interface ImportedSession {
  topic: string;
  date: string;
  day_part: DayPart;
  /** `HH:MM` */
  starts_at: string | null;
  ends_at: string | null;
  place: string | null;
  site_id: number | null;
  route_id: number | null;
  instructors: number[];
  classes: number[];
  points: { name: string; for_unit_id: number }[];
}

export interface StoredSession {
  id: number;
  classId: number;
  code: string;
  state: SessionState;
  version: number;
  content: ImportedSession;
}

interface SessionToMake {
  classId: number;
  code: string;
  content: ImportedSession;
}

type SessionToChange = SessionToMake & { id: number; before: ImportedSession };

/** What rows of a timetable name, by `registerKey` of the code. */
export interface Mentioned {
  /** Those whose timetable one writes. */
  leads: Map<string, KnownClass>;
  /** Those that one sees: they may sit together. */
  classes: Map<string, KnownClass>;
  instructors: Map<string, number>;
  sites: Map<string, number>;
  routes: Map<string, number>;
  units: Map<string, number>;
}

const registers = {
  instructors: 'instructors r JOIN units u ON u.id = r.unit_id',
  sites: 'teaching_sites r JOIN units u ON u.id = r.unit_id',
  routes: 'learning_routes r JOIN units u ON u.id = r.unit_id',
  units: 'units r JOIN units u ON u.id = r.id',
} as const;
export const sessionColumns = ['topic', 'date', 'day_part', 'starts_at', 'ends_at', 'place', 'site_id', 'route_id'] as const;

/** Sessions many at a time, as an import reads and writes them. */
@Injectable()
export class TimetableLinesRepository {
  constructor(
    private readonly lookup: TimetableLookup,
    private readonly sessions: SessionRepository,
    private readonly units: UnitRepository,
  ) {}

  async mentioned(db: Db, scope: Scope, codes: Record<Exclude<keyof Mentioned, 'leads'>, readonly string[]>): Promise<Mentioned> {
    // Heads of a viewing point count for its unit: that must be one's own. The registers are the whole county's.
    const shared = subtreeCondition(await this.units.countyWide(db, scope), 'u.access_path');
    const own = scopeCondition(scope, 'u.access_path');
    const ids = async (name: keyof typeof registers): Promise<Map<string, number>> => {
      const wanted = [...new Set(codes[name])];
      if (wanted.length === 0) return new Map();
      const within = name === 'units' ? own : shared;
      const rows: { id: number; code: string }[] = await db.query(
        `SELECT r.id, r.code FROM ${registers[name]} WHERE r.code IN ${listOf(wanted)} AND ${within.sql}`,
        [...wanted, ...within.parameters],
      );
      return new Map(rows.map((row) => [registerKey(row.code), row.id]));
    };
    const classes = [...new Set(codes.classes)];
    return {
      leads: await this.lookup.classes(db, classManagedIn(scope), classes),
      classes: await this.lookup.classes(db, classInScope(scope), classes),
      instructors: await ids('instructors'),
      sites: await ids('sites'),
      routes: await ids('routes'),
      units: await ids('units'),
    };
  }

  /** By `sessionKey`. */
  async stored(db: Db, wanted: readonly { classId: number; code: string }[], lock: boolean): Promise<Map<string, StoredSession>> {
    const known = await this.lookup.sessions(db, wanted);
    const ids = [...known.values()].map((one) => one.id);
    if (lock) await db.query(`SELECT id FROM sessions WHERE id IN ${listOf(ids)} FOR UPDATE`, ids);
    return new Map((await this.byIds(db, ids)).map((one) => [sessionKey(one.classId, one.code), one]));
  }

  /** Those of the classes that have ended: what they were taught stays as it was. */
  async ended(db: Db, classIds: readonly number[], lock: boolean): Promise<Map<number, ClassState>> {
    return new Map([...(await (lock ? statesHeld : statesOf)(db, classIds))].filter(([, state]) => hasEnded(state)));
  }

  async byIds(db: Db, ids: readonly number[]): Promise<StoredSession[]> {
    if (ids.length === 0) return [];
    const rows = await this.sessions.byIds(db, ids);
    return rows.map(({ id, leadClassId, code, state, version, ...row }) => ({
      id,
      classId: leadClassId,
      code: code ?? '',
      state,
      version,
      // In the order of the interface: content is compared as text.
      content: {
        topic: row.topic,
        date: row.date,
        day_part: row.dayPart,
        starts_at: row.startsAt?.slice(0, 5) ?? null,
        ends_at: row.endsAt?.slice(0, 5) ?? null,
        place: row.place,
        site_id: row.siteId,
        route_id: row.routeId,
        instructors: row.instructorIds,
        classes: row.classIds,
        points: row.viewingPoints
          .map(({ name, forUnitId }) => ({ name, for_unit_id: forUnitId }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
    }));
  }

  /** Makes and changes sessions. Returns the ids of the new ones by `sessionKey`. */
  async write(db: Db, created: readonly SessionToMake[], updated: readonly SessionToChange[]): Promise<Map<string, number>> {
    await insertRows(
      db,
      'sessions',
      created.map(({ classId, code, content }) => ({ lead_class_id: classId, code, ...own(content) })),
    );
    await insertRows(
      db,
      'sessions',
      updated.map(({ id, classId, code, content }) => ({ id, lead_class_id: classId, code, ...own(content) })),
      `${sessionColumns.map((column) => `${column} = VALUES(${column})`).join(', ')}, version = version + 1`,
    );
    const made = await this.lookup.sessions(db, created);
    const ids = new Map([...made].map(([key, { id }]) => [key, id]));
    const fresh = created.map((one) => ({ id: ids.get(sessionKey(one.classId, one.code))!, content: one.content }));
    await this.setParts(db, [...fresh, ...updated]);
    const rerouted = updated.filter((one) => one.before.route_id !== one.content.route_id);
    await this.setCheckpoints(db, [...fresh.filter((one) => one.content.route_id !== null), ...rerouted]);
    return ids;
  }

  /** Teachers, classes and viewing points. Points that are there stay. */
  async setParts(
    db: Db,
    sessions: readonly { id: number; content: Pick<ImportedSession, 'instructors' | 'classes' | 'points'> }[],
  ): Promise<void> {
    if (sessions.length === 0) return;
    const ids = sessions.map((one) => one.id);
    const each = <T extends object>(parts: (content: (typeof sessions)[number]['content']) => T[]): (T & { session_id: number })[] =>
      sessions.flatMap(({ id, content }) => parts(content).map((part) => ({ session_id: id, ...part })));
    await db.query(`DELETE FROM session_classes WHERE session_id IN ${listOf(ids)}`, ids);
    await db.query(`DELETE FROM session_instructors WHERE session_id IN ${listOf(ids)}`, ids);
    const classes = each((content) => content.classes.map((class_id) => ({ class_id })));
    const instructors = each((content) => content.instructors.map((instructor_id) => ({ instructor_id })));
    await insertRows(db, 'session_classes', classes);
    await insertRows(db, 'session_instructors', instructors);
    const points = each((content) => content.points);
    await insertRows(db, 'viewing_points', points, 'for_unit_id = VALUES(for_unit_id)');
  }

  /** A route run has a checkpoint for each stop of its route. */
  async setCheckpoints(db: Db, sessions: readonly { id: number }[]): Promise<void> {
    if (sessions.length === 0) return;
    const ids = sessions.map((one) => one.id);
    await db.query(`DELETE FROM checkpoints WHERE session_id IN ${listOf(ids)}`, ids);
    await db.query(
      `INSERT INTO checkpoints (session_id, position, site_id) SELECT s.id, r.position, r.site_id
       FROM sessions s JOIN route_stops r ON r.route_id = s.route_id WHERE s.id IN ${listOf(ids)}`,
      ids,
    );
  }
}

const own = (content: ImportedSession) => Object.fromEntries(sessionColumns.map((column) => [column, content[column]]));
