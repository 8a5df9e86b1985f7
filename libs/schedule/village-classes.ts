import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type DayPart } from '#contract';
import { kindFacts } from '#courses';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, insertRows, listOf } from '#platform/database';
import { type RowEffect, type RowFault } from '#platform/imports';
import { displayName } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { ScheduleUndo } from './schedule-undo.js';

export interface VillageLesson {
  /** The organiser's number of the lesson within the village's class. */
  code: string;
  villageCode: string;
  date: string;
  dayPart: DayPart;
  topic: string;
  place: string | null;
  instructorCode: string | null;
  /** Used where no code is given: a teacher of that name in that village. */
  instructorName: string | null;
}

export interface SettledLesson {
  /** `null` when it was only tried and is not there yet. */
  sessionId: number | null;
  did: 'created' | 'updated' | 'nothing';
  effects: RowEffect[];
  fault?: RowFault;
}

/** The code of a village's demonstration class of a year. */
export const villageClassCode = (year: string, villageCode: string): string => `SF-${year}-${villageCode}`;

interface Village {
  id: number;
  code: string;
  name: string;
}
interface SessionRow {
  id: number;
  classId: number;
  code: string;
  date: string;
  dayPart: string;
  topic: string;
  place: string | null;
}

/** Demonstration lessons join the class of their village and year, which is made, running and open, when there is none. */
@Injectable()
export class VillageClasses {
  constructor(
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
    private readonly undoing: ScheduleUndo,
  ) {}

  /** Puts lessons where they belong, in the order given, in a constant number of queries. */
  async settle(db: Db, ctx: Context, scope: Scope, lessons: readonly VillageLesson[], tryOnly: boolean): Promise<SettledLesson[]> {
    const villages = await this.villages(db, scope, [...new Set(lessons.map((lesson) => lesson.villageCode))]);
    const wanted = new Map<string, { village: Village; year: string }>();
    for (const { villageCode, date } of lessons) {
      const village = villages.get(villageCode);
      if (village) wanted.set(villageClassCode(date.slice(0, 4), villageCode), { village, year: date.slice(0, 4) });
    }
    const before = await this.classIds(db, [...wanted.keys()]);
    const missing = [...wanted].filter(([code]) => !before.has(code));
    if (!tryOnly) await this.open(db, ctx, missing);
    const classes = tryOnly ? before : await this.classIds(db, [...wanted.keys()]);
    const sessions = await this.sessions(
      db,
      [...classes.values()].map((one) => one.id),
      lessons.map((lesson) => lesson.code),
    );
    const instructors = await this.instructors(db, lessons);
    const settled = lessons.map((lesson): SettledLesson => {
      const village = villages.get(lesson.villageCode);
      if (!village) return { sessionId: null, did: 'nothing', effects: [], fault: { column: '村代码', code: 'referenceUnknown' } };
      if (lesson.instructorCode && !instructors.has(lesson.instructorCode)) {
        return { sessionId: null, did: 'nothing', effects: [], fault: { column: '教师编号', code: 'referenceUnknown' } };
      }
      const owner = classes.get(villageClassCode(lesson.date.slice(0, 4), lesson.villageCode));
      const known = owner && sessions.get(`${owner.id}/${lesson.code}`);
      if (!known) {
        if (owner && owner.state !== 'running')
          return { sessionId: null, did: 'nothing', effects: [], fault: { column: '村代码', code: 'classFinished' } };
        return { sessionId: null, did: 'created', effects: [] };
      }
      const same =
        known.date === lesson.date && known.dayPart === lesson.dayPart && known.topic === lesson.topic && known.place === lesson.place;
      return { sessionId: known.id, did: same ? 'nothing' : 'updated', effects: [] };
    });
    if (!tryOnly) {
      const made = new Set(missing.map(([code]) => classes.get(code)!.id));
      await this.write(db, ctx, lessons, settled, { classes, sessions, instructors, villages, made });
    }
    return settled;
  }

  undo(db: Db, ctx: Context, effects: readonly RowEffect[]): Promise<void> {
    return this.undoing.run(db, ctx, effects);
  }

  private async write(
    db: Db,
    ctx: Context,
    lessons: readonly VillageLesson[],
    settled: SettledLesson[],
    around: {
      classes: Map<string, { id: number }>;
      sessions: Map<string, SessionRow>;
      instructors: Map<string, number>;
      villages: Map<string, Village>;
      made: Set<number>;
    },
  ): Promise<void> {
    const classOf = (lesson: VillageLesson): number =>
      around.classes.get(villageClassCode(lesson.date.slice(0, 4), lesson.villageCode))!.id;
    // The same number twice in one file is one lesson: the first row makes it.
    const fresh = new Map<string, VillageLesson>();
    lessons.forEach((lesson, i) => {
      if (settled[i]!.did === 'created' && !settled[i]!.fault && !fresh.has(`${classOf(lesson)}/${lesson.code}`))
        fresh.set(`${classOf(lesson)}/${lesson.code}`, lesson);
    });
    await insertRows(
      db,
      'sessions',
      [...fresh.values()].map((lesson) => ({
        lead_class_id: classOf(lesson),
        code: lesson.code,
        topic: lesson.topic,
        date: lesson.date,
        day_part: lesson.dayPart,
        place: lesson.place,
      })),
    );
    const now = await this.sessions(
      db,
      [...new Set([...fresh.values()].map(classOf))],
      lessons.map((lesson) => lesson.code),
    );
    const opened = new Set<number>();
    const taught: { session_id: number; instructor_id: number }[] = [];
    const changes: { lesson: VillageLesson; known: SessionRow }[] = [];
    lessons.forEach((lesson, i) => {
      const one = settled[i]!;
      if (one.fault || one.did === 'nothing') return;
      const key = `${classOf(lesson)}/${lesson.code}`;
      if (one.did === 'updated') {
        const known = around.sessions.get(key)!;
        const { date, dayPart, topic, place } = known;
        one.effects.push({ noun: 'session', id: known.id, did: 'updated', before: { date, day_part: dayPart, topic, place } });
        changes.push({ lesson, known });
        return;
      }
      one.sessionId = now.get(key)!.id;
      if (fresh.get(key) !== lesson) {
        one.did = 'nothing';
        return;
      }
      if (around.made.has(classOf(lesson)) && !opened.has(classOf(lesson)))
        one.effects.push({ noun: 'class', id: classOf(lesson), did: 'created' });
      opened.add(classOf(lesson));
      one.effects.push({ noun: 'session', id: one.sessionId, did: 'created' });
      const village = around.villages.get(lesson.villageCode)!;
      const teacher = around.instructors.get(lesson.instructorCode ?? `${village.id}/${lesson.instructorName}`);
      if (teacher) taught.push({ session_id: one.sessionId, instructor_id: teacher });
    });
    const made = [...fresh.keys()].map((key) => now.get(key)!);
    await insertRows(
      db,
      'session_classes',
      made.map((session) => ({ session_id: session.id, class_id: session.classId })),
    );
    await insertRows(db, 'session_instructors', taught, 'session_id = VALUES(session_id)');
    await insertRows(
      db,
      'sessions',
      changes.map(({ lesson, known }) => ({
        id: known.id,
        lead_class_id: known.classId,
        code: known.code,
        topic: lesson.topic,
        date: lesson.date,
        day_part: lesson.dayPart,
        place: lesson.place,
      })),
      'topic = VALUES(topic), date = VALUES(date), day_part = VALUES(day_part), place = VALUES(place), version = version + 1',
    );
    const touched = [...made.map((session) => session.id), ...changes.map(({ known }) => known.id)];
    if (touched.length > 0) await this.changed.announce(db, ctx, { sessionIds: touched, facts: touched.length });
  }

  private async open(db: Db, ctx: Context, missing: readonly [string, { village: Village; year: string }][]): Promise<void> {
    const { defaultRoster, defaultDelivery, kind } = kindFacts('demonstration');
    await insertRows(
      db,
      'classes',
      missing.map(([code, { village, year }]) => ({
        code,
        name: `${displayName(village.name)}${year}年示范课`,
        kind,
        delivery_mode: defaultDelivery,
        roster: defaultRoster,
        state: 'running',
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
        host_unit_id: village.id,
        village_id: village.id,
      })),
      'id = id',
    );
    const ids = await this.classIds(
      db,
      missing.map(([code]) => code),
    );
    await insertRows(
      db,
      'class_units',
      missing.map(([code, { village }]) => ({ class_id: ids.get(code)!.id, role: 'host', position: 0, unit_id: village.id })),
      'position = position',
    );
    for (const { id } of ids.values()) await this.audit.record(db, ctx, 'class.created', { noun: 'class', id });
  }

  private async villages(db: Db, scope: Scope, codes: readonly string[]): Promise<Map<string, Village>> {
    const { sql, parameters } = scopeCondition(scope, 'access_path');
    const rows: Village[] = await db.query(
      `SELECT id, code, name FROM units WHERE level = 'village' AND code IN ${listOf(codes)} AND ${sql}`,
      [...codes, ...parameters],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  private async classIds(db: Db, codes: readonly string[]): Promise<Map<string, { id: number; state: string }>> {
    const rows: { id: number; code: string; state: string }[] = await db.query(
      `SELECT id, code, state FROM classes WHERE code IN ${listOf(codes)}`,
      [...codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  private async sessions(db: Db, classIds: readonly number[], codes: readonly string[]): Promise<Map<string, SessionRow>> {
    const rows: SessionRow[] = await db.query(
      `SELECT id, lead_class_id AS classId, code, date, day_part AS dayPart, topic, place FROM sessions WHERE lead_class_id IN ${listOf(classIds)} AND code IN ${listOf(codes)}`,
      [...classIds, ...codes],
    );
    return new Map(rows.map((row) => [`${row.classId}/${row.code}`, row]));
  }

  /** Teachers by code, and by `village/name` for those who are only named. */
  private async instructors(db: Db, lessons: readonly VillageLesson[]): Promise<Map<string, number>> {
    const codes = [...new Set(lessons.flatMap((lesson) => lesson.instructorCode ?? []))];
    const names = [...new Set(lessons.flatMap((lesson) => lesson.instructorName ?? []))];
    const rows: { id: number; code: string | null; name: string; unitId: number }[] = await db.query(
      `SELECT id, code, name, unit_id AS unitId FROM instructors WHERE code IN ${listOf(codes)} OR name IN ${listOf(names)} ORDER BY id DESC`,
      [...codes, ...names],
    );
    const found = new Map<string, number>();
    for (const row of rows) {
      if (row.code) found.set(row.code, row.id);
      found.set(`${row.unitId}/${row.name}`, row.id);
    }
    return found;
  }
}
