import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type DayPart } from '#contract';
import { type Db } from '#platform/database';
import { type ImportJob, type RowEffect, type RowFault } from '#platform/imports';
import { registerKey } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { sessionKey } from './timetable-lookup.repository.js';
import { type ImportedSession, type StoredSession, TimetableLinesRepository } from './timetable-lines.repository.js';
import { type Village, type VillageClass, villageClassCode, VillageClassRepository } from './village-class.repository.js';

export interface VillageLesson {
  /** The organiser's number of the lesson: one number is one lesson, in whichever village and year. */
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
  /** `null` when it was only tried and is not there yet, and when it is faulty. */
  sessionId: number | null;
  did: 'created' | 'updated' | 'nothing';
  effects: RowEffect[];
  fault?: RowFault;
}

interface Line {
  lesson: VillageLesson;
  /** Of the class: `SF-2021-610326101204`. */
  classCode: string;
  wanted: ImportedSession | null;
  before: StoredSession | null;
  settled: SettledLesson;
}

interface Around {
  villages: Map<string, Village>;
  classes: Map<string, VillageClass>;
  sessions: Map<string, StoredSession>;
  teachers: Map<string, number>;
  /** In which classes a number stands already. */
  places: Map<string, string[]>;
  /** Numbers that the file has named, alone and with their class. */
  seen: Set<string>;
}

/**
 * Demonstration lessons join the class of their village and year, which is made, running and open, when there is none. One that
 * was only published begins with its first lesson.
 */
@Injectable()
export class VillageClasses {
  constructor(
    private readonly villageClasses: VillageClassRepository,
    private readonly timetable: TimetableLinesRepository,
    private readonly changed: ClassFactsChanged,
  ) {}

  /**
   * Puts lessons where they belong, in the order given, in a constant number of queries; a trial only says where. The same number
   * twice in a file is a mistake. A number that stands in another village or year is faulty too: whether the lesson is a new one
   * or the old one corrected, nobody but its author knows, and both together would count twice.
   */
  async settle(db: Db, job: ImportJob, scope: Scope, lessons: readonly VillageLesson[]): Promise<SettledLesson[]> {
    const seen = (job.state.get('lessons') as Set<string> | undefined) ?? new Set<string>();
    job.state.set('lessons', seen);
    const villages = await this.villageClasses.villages(db, scope, [...new Set(lessons.map((lesson) => lesson.villageCode))]);
    const classes = await this.villageClasses.byCodes(db, [...new Set(lessons.map(classCodeOf))], job.mode === 'apply');
    const places = await this.villageClasses.placesOf(db, scope, [...new Set(lessons.map((lesson) => lesson.code))]);
    const wanted = lessons.flatMap((lesson) => {
      const owner = classes.get(classCodeOf(lesson));
      return owner ? [{ classId: owner.id, code: lesson.code }] : [];
    });
    const sessions = await this.timetable.stored(db, wanted, job.mode === 'apply');
    const teachers = await this.villageClasses.teachers(db, scope, lessons);
    const lines = lessons.map((lesson) => judge(lesson, { villages, classes, sessions, teachers, places, seen }));
    if (job.mode === 'apply') await this.write(db, job, lines, { villages, classes });
    return lines.map(({ settled }) => settled);
  }

  private async write(
    db: Db,
    job: ImportJob,
    lines: readonly Line[],
    { villages, classes }: Pick<Around, 'villages' | 'classes'>,
  ): Promise<void> {
    const of = (did: SettledLesson['did']): Line[] => lines.filter(({ settled }) => settled.did === did);
    const [created, updated] = [of('created'), of('updated')];
    const missing = new Map(created.filter(({ classCode }) => !classes.has(classCode)).map((line) => [line.classCode, line]));
    const made = await this.villageClasses.open(
      db,
      job,
      [...missing.values()].map(({ lesson }) => ({ village: villages.get(lesson.villageCode)!, year: lesson.date.slice(0, 4) })),
    );
    for (const [code, { settled }] of missing) settled.effects.push({ noun: 'class', id: made.get(code)!, did: 'created', version: 1 });
    await this.begin(db, job, [...created, ...updated], classes);
    const classId = ({ classCode }: Line): number => classes.get(classCode)?.id ?? made.get(classCode)!;
    const ids = await this.timetable.write(
      db,
      created.map((line) => ({ classId: classId(line), code: line.lesson.code, content: { ...line.wanted!, classes: [classId(line)] } })),
      updated.map(({ before, wanted }) => ({ ...before!, before: before!.content, content: wanted! })),
    );
    for (const line of created) {
      const id = ids.get(sessionKey(classId(line), line.lesson.code))!;
      line.settled.sessionId = id;
      line.settled.effects.push({ noun: 'session', id, did: 'created', version: 1 });
    }
    for (const { before, settled } of updated) {
      const { id, version, content } = before!;
      settled.effects.push({ noun: 'session', id, did: 'updated', before: { ...content }, version: version + 1 });
    }
    const sessionIds = [...created, ...updated].map(({ settled }) => settled.sessionId!);
    await this.changed.announce(db, job.ctx, { sessionIds });
  }

  private async begin(db: Db, job: ImportJob, lines: readonly Line[], classes: Map<string, VillageClass>): Promise<void> {
    const firsts = new Map<number, Line>();
    for (const line of [...lines].reverse()) {
      const owner = classes.get(line.classCode);
      if (owner?.state === 'published') firsts.set(owner.id, line);
    }
    await this.villageClasses.begin(db, job, [...firsts.keys()]);
    for (const [id, { classCode, settled }] of firsts) {
      const { state, version } = classes.get(classCode)!;
      settled.effects.push({ noun: 'class', id, did: 'updated', before: { state }, version: version + 1 });
    }
  }
}

const classCodeOf = (lesson: VillageLesson): string => villageClassCode(lesson.date.slice(0, 4), lesson.villageCode);

/** What forbids that a lesson is put into, or changed in, the class of its village and year. */
function classFault({ date }: VillageLesson, owner: VillageClass | undefined): RowFault | null {
  if (!owner) return null;
  const { kind, state, startsOn, endsOn } = owner;
  if (kind !== 'demonstration') return { column: '村代码', code: 'kindMismatch', facts: { kind } };
  if (state === 'draft') return { column: '村代码', code: 'transitionNotAllowed', facts: { from: state } };
  if (state !== 'running' && state !== 'published') return { column: '村代码', code: 'classFinished', facts: { state } };
  if (date < startsOn || date > endsOn) return { column: '日期', code: 'dateOutsideClass', facts: { startsOn, endsOn } };
  return null;
}

function judge(lesson: VillageLesson, around: Around): Line {
  const classCode = classCodeOf(lesson);
  const settled: SettledLesson = { sessionId: null, did: 'nothing', effects: [] };
  const line: Line = { lesson, classCode, wanted: null, before: null, settled };
  const faulty = (column: string, code: string, facts?: RowFault['facts']): Line => ({
    ...line,
    settled: { ...settled, fault: { column, code, ...(facts && { facts }) } },
  });
  const village = around.villages.get(lesson.villageCode);
  if (!village) return faulty('村代码', 'referenceUnknown');
  if (lesson.instructorCode && !around.teachers.has(registerKey(lesson.instructorCode))) return faulty('教师编号', 'referenceUnknown');
  const owner = around.classes.get(classCode);
  const before = (owner && around.sessions.get(sessionKey(owner.id, lesson.code))) ?? null;
  const teacherOf = lesson.instructorCode ? registerKey(lesson.instructorCode) : `${village.id}/${lesson.instructorName}`;
  const wanted = wantedOf(lesson, before, around.teachers.get(teacherOf));
  const same = before !== null && JSON.stringify(wanted) === JSON.stringify(before.content);
  const number = registerKey(lesson.code);
  const place = `${classCode}/${number}`;
  if (around.seen.has(place)) return faulty('课次编号', 'repeated');
  if (!before) {
    const [elsewhere] = around.places.get(number) ?? [];
    if (elsewhere || around.seen.has(number))
      return faulty('课次编号', 'repeatedElsewhere', elsewhere ? { classCode: elsewhere } : undefined);
  }
  if (!same && village.validTo !== null && village.validTo < lesson.date) return faulty('村代码', 'referenceUnknown');
  const fault = same ? null : classFault(lesson, owner);
  if (fault) return { ...line, settled: { ...settled, fault } };
  if (!same && before && before.state !== 'scheduled') return faulty('课次编号', 'sessionNotOpen');
  around.seen.add(number);
  around.seen.add(place);
  return {
    ...line,
    wanted,
    before,
    settled: { ...settled, sessionId: before?.id ?? null, did: !before ? 'created' : same ? 'nothing' : 'updated' },
  };
}

/** Who taught stays where the row names nobody that is known. */
function wantedOf(
  { topic, date, dayPart, place }: VillageLesson,
  before: StoredSession | null,
  teacher: number | undefined,
): ImportedSession {
  const now = before?.content;
  return {
    topic,
    date,
    day_part: dayPart,
    starts_at: now?.starts_at ?? null,
    ends_at: now?.ends_at ?? null,
    place,
    site_id: now?.site_id ?? null,
    route_id: now?.route_id ?? null,
    instructors: teacher === undefined ? (now?.instructors ?? []) : [teacher],
    classes: now?.classes ?? [],
    points: now?.points ?? [],
  };
}
