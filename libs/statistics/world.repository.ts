import { Injectable } from '@nestjs/common';
import { type Attended, AttendedRepository, HeadCountRepository, type WholeMark } from '#attendance';
import { PeopleInCounting } from '#people';
import { ask, type Db, listOf, numbersOf, type Question, question } from '#platform/database';
import { type World } from './counting/world.js';

/** Sessions of some classes, and every class that takes part in them. */
export interface Tied {
  sessionIds: number[];
  classIds: number[];
}

/** Reads everything that the figures of a class depend on, in a constant number of queries. */
@Injectable()
export class WorldRepository {
  constructor(
    private readonly attended: AttendedRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly people: PeopleInCounting,
  ) {}

  /** The same, were people merged otherwise. */
  supposing(people: PeopleInCounting): WorldRepository {
    return new WorldRepository(this.attended.supposing(people), this.headCounts, people);
  }

  /**
   * The class, the sessions it takes part in, the classes tied to it by them, and — since what is declared depends on who was
   * named in any session of those — their sessions and the classes of these.
   */
  async around(db: Db, classIds: readonly number[], tied?: Tied): Promise<World> {
    const own = tied ?? (await ask(db, this.tied(classIds)))[0];
    const asked = new Set(classIds);
    // Most classes sit with no other: then all is found.
    const alone = own.classIds.every((id) => asked.has(id));
    const { sessionIds, classIds: near } = alone ? own : (await ask(db, this.tied(own.classIds)))[0];
    const allClassIds = [...new Set([...classIds, ...near])];
    const { classes, sessions, marks, also } = await this.attended.of(db, sessionIds, allClassIds, this.headCounts.reportsAt(sessionIds));
    const marked = [...new Set(marks.flatMap((mark) => mark.personId ?? []))];
    return {
      classes,
      sessions,
      marks,
      headCounts: also,
      people: await this.people.personFacts(db, marked),
    };
  }

  /** What the rules about marks look at, of these sessions alone. */
  async marksOf(db: Db, sessionIds: readonly number[]): Promise<Attended & { marks: WholeMark[]; canonicalOf(personId: number): number }> {
    return this.attended.of(db, sessionIds, await this.step(db, 'class_id', sessionIds, 'session_id'));
  }

  /** The record that this one counts as, and every record that counts as the same. */
  async personBehind(db: Db, recordId: number): Promise<{ id: number; records: number[] }> {
    const { canonical, records } = await this.people.standFor(db, [recordId]);
    return { id: canonical.get(recordId)!, records: [...records.keys()] };
  }

  /** Session → the class that it was planned under. */
  async leadsOf(db: Db, sessionIds: readonly number[]): Promise<Map<number, number>> {
    const rows: { id: number; classId: number }[] = await db.query(
      `SELECT id, lead_class_id AS classId FROM sessions WHERE id IN ${listOf(sessionIds)}`,
      [...sessionIds],
    );
    return new Map(rows.map((row) => [row.id, row.classId]));
  }

  /** The classes whose figures may change when facts of these sessions do. */
  async classesBehindSessions(db: Db, sessionIds: readonly number[]): Promise<number[]> {
    if (sessionIds.length === 0) return [];
    const rows: { id: number }[] = await db.query(
      `SELECT DISTINCT tied.class_id AS id FROM session_classes served JOIN session_classes near ON near.class_id = served.class_id
         JOIN session_classes tied ON tied.session_id = near.session_id WHERE served.session_id IN ${listOf(sessionIds)}`,
      [...sessionIds],
    );
    return rows.map((row) => row.id);
  }

  /** The classes whose figures may change when these classes do: themselves, and those tied to them by one session or two. */
  async classesBehindClasses(db: Db, classIds: readonly number[]): Promise<number[]> {
    const near = await this.tiedTo(db, classIds);
    return near.length === classIds.length ? near : this.tiedTo(db, near);
  }

  async sessionsMarkedFor(db: Db, personIds: readonly number[]): Promise<number[]> {
    const rows: { session_id: number }[] = await db.query(
      `SELECT DISTINCT session_id FROM marks WHERE person_id IN ${listOf(personIds)}
       UNION SELECT session_id FROM mark_decisions WHERE person_id IN ${listOf(personIds)}
       UNION SELECT sc.session_id FROM enrollments e JOIN session_classes sc ON sc.class_id = e.class_id WHERE e.person_id IN ${listOf(personIds)}`,
      [...personIds, ...personIds, ...personIds],
    );
    return rows.map((row) => row.session_id);
  }

  /** Every class. */
  async allClassIds(db: Db): Promise<number[]> {
    const rows: { id: number }[] = await db.query('SELECT id FROM classes ORDER BY id');
    return rows.map((row) => row.id);
  }

  /** The sessions of these classes, and every class that takes part in one of them. */
  tied(classIds: readonly number[]): Question<Tied> {
    return question<{ sessionId: number; classId: number }, Tied>(
      `SELECT DISTINCT near.session_id AS sessionId, near.class_id AS classId
       FROM session_classes own JOIN session_classes near ON near.session_id = own.session_id WHERE own.class_id IN ${numbersOf(classIds)}`,
      [],
      (rows) => ({ sessionIds: [...new Set(rows.map((row) => row.sessionId))], classIds: [...new Set(rows.map((row) => row.classId))] }),
    );
  }

  private async tiedTo(db: Db, classIds: readonly number[]): Promise<number[]> {
    const tied = await this.step(db, 'class_id', await this.step(db, 'session_id', classIds, 'class_id'), 'session_id');
    return [...new Set([...classIds, ...tied])];
  }

  /** One step over the table that ties sessions and classes. */
  private async step(db: Db, want: 'class_id' | 'session_id', ids: readonly number[], have: 'class_id' | 'session_id'): Promise<number[]> {
    if (ids.length === 0) return [];
    const rows: { id: number }[] = await db.query(`SELECT DISTINCT ${want} AS id FROM session_classes WHERE ${have} IN ${listOf(ids)}`, [
      ...ids,
    ]);
    return rows.map((row) => row.id);
  }
}
