import { Injectable } from '@nestjs/common';
import { HeadCountRepository, MarkRepository, type MarkRow } from '#attendance';
import { PeopleInCounting } from '#people';
import { type Db, listOf } from '#platform/database';
import { type CountedClass, type CountedMark, type CountedSession, type World } from './counting/world.js';

/** A mark as the rules see it, with what only a list shows. */
export type WholeMark = CountedMark & Pick<MarkRow, 'method' | 'recordedOn'>;

type ClassRow = Omit<CountedClass, 'roster' | 'closedAt'> & { closedAt: Date | null };

/** Reads everything that the figures of a class depend on, in a constant number of queries. */
@Injectable()
export class WorldRepository {
  constructor(
    private readonly marks: MarkRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly people: PeopleInCounting,
  ) {}

  /**
   * The class, the sessions it takes part in, the classes tied to it by them, and — since what is declared depends on who was
   * named in any session of those — their sessions and the classes of these.
   */
  async around(db: Db, classIds: readonly number[]): Promise<World> {
    const tied = await this.step(db, 'class_id', await this.step(db, 'session_id', classIds, 'class_id'), 'session_id');
    const sessionIds = await this.step(db, 'session_id', tied, 'class_id');
    const allClassIds = [...new Set([...classIds, ...(await this.step(db, 'class_id', sessionIds, 'session_id'))])];
    const facts = await this.facts(db, allClassIds, sessionIds);
    const marked = [...new Set(facts.marks.flatMap((mark) => mark.personId ?? []))];
    return {
      ...facts,
      headCounts: await this.headCounts.ofSessions(db, sessionIds),
      people: await this.people.personFacts(db, marked),
    };
  }

  /** What the rules about marks look at, of these sessions alone: their classes with rosters, and the marks, as they came too. */
  async marksOf(db: Db, sessionIds: readonly number[]): Promise<Omit<World, 'marks'> & { marks: WholeMark[] }> {
    const facts = await this.facts(db, await this.step(db, 'class_id', sessionIds, 'session_id'), sessionIds);
    return { ...facts, headCounts: [], people: new Map() };
  }

  private async facts(db: Db, classIds: readonly number[], sessionIds: readonly number[]) {
    const classes = await this.classes(db, classIds);
    const sessions = await this.sessions(db, sessionIds);
    const marks = await this.marks.ofSessions(db, sessionIds);
    const rosters: { class_id: number; person_id: number }[] = await db.query(
      `SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN ${listOf(classIds)}`,
      [...classIds],
    );
    const canonical = await this.people.canonicalOf(db, [
      ...new Set([...marks.flatMap((mark) => mark.personId ?? []), ...rosters.map((row) => row.person_id)]),
    ]);
    const canonicalOf = (id: number): number => canonical.get(id) ?? id;
    for (const { class_id, person_id } of rosters) classes.get(class_id)?.roster.add(canonicalOf(person_id));
    const counted = marks.map((mark): WholeMark => ({
      ...mark,
      personId: mark.personId === null ? null : canonicalOf(mark.personId),
      receivedAt: mark.receivedAt.getTime(),
    }));
    return { classes, sessions, marks: counted };
  }

  /** The classes whose figures may change when facts of these sessions do. */
  async classesBehindSessions(db: Db, sessionIds: readonly number[]): Promise<number[]> {
    const served = await this.step(db, 'class_id', sessionIds, 'session_id');
    return this.tiedTo(db, served);
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

  /** Every class, and every one that is gone while something counted of it is still there. */
  async allClassIds(db: Db): Promise<number[]> {
    const rows: { id: number }[] = await db.query(
      'SELECT id FROM classes UNION SELECT class_id FROM compiled_classes UNION SELECT class_id FROM class_cells ORDER BY id',
    );
    return rows.map((row) => row.id);
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

  private async classes(db: Db, ids: readonly number[]): Promise<Map<number, CountedClass>> {
    const rows: ClassRow[] = await db.query(
      `SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS hostUnitId, village_id AS villageId
       FROM classes WHERE id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map((row) => [row.id, { ...row, closedAt: row.closedAt?.getTime() ?? null, roster: new Set<number>() }]));
  }

  private async sessions(db: Db, ids: readonly number[]): Promise<Map<number, CountedSession>> {
    if (ids.length === 0) return new Map();
    const rows: Omit<CountedSession, 'classIds' | 'viewingPoints'>[] = await db.query(
      `SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId,
         COALESCE(site.unit_id, first_stop.unit_id) AS siteUnitId
       FROM sessions s
       LEFT JOIN teaching_sites site ON site.id = s.site_id
       LEFT JOIN checkpoints cp ON cp.session_id = s.id AND cp.position = (SELECT MIN(position) FROM checkpoints WHERE session_id = s.id)
       LEFT JOIN teaching_sites first_stop ON first_stop.id = cp.site_id
       WHERE s.id IN ${listOf(ids)}`,
      [...ids],
    );
    const ties: { session_id: number; class_id: number }[] = await db.query(
      `SELECT session_id, class_id FROM session_classes WHERE session_id IN ${listOf(ids)}`,
      [...ids],
    );
    const points: { session_id: number; id: number; for_unit_id: number }[] = await db.query(
      `SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN ${listOf(ids)}`,
      [...ids],
    );
    const sessions = new Map(
      rows.map((row) => [row.id, { ...row, classIds: [] as number[], viewingPoints: [] as CountedSession['viewingPoints'] }]),
    );
    for (const tie of ties) sessions.get(tie.session_id)?.classIds.push(tie.class_id);
    for (const point of points) sessions.get(point.session_id)?.viewingPoints.push({ id: point.id, forUnitId: point.for_unit_id });
    return sessions;
  }
}
