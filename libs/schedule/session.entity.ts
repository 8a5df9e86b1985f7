import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A half-day of teaching: the unit of attendance. It may serve several classes and has one lead. */
@Entity('sessions')
@Index('uq_sessions_code', ['leadClassId', 'code'], { unique: true })
@Index('ix_sessions_date', ['date'])
@Index('ix_sessions_site', ['siteId', 'date'])
@Index('ix_sessions_route', ['routeId', 'date'])
@Index('ix_sessions_course', ['courseId'])
@Index('ix_sessions_for_unit', ['forUnitId'])
export class Session {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('classes', { name: 'fk_sessions_lead_class' })
  @Column({ type: 'int', name: 'lead_class_id', unsigned: true })
  leadClassId: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 120 })
  topic: string;

  @Column({ type: 'date' })
  date: string;

  @Column({ type: 'varchar', name: 'day_part', length: 8 })
  dayPart: string;

  @Column({ type: 'time', name: 'starts_at', nullable: true })
  startsAt: string | null;

  @Column({ type: 'time', name: 'ends_at', nullable: true })
  endsAt: string | null;

  @Column({ type: 'varchar', length: 10, default: 'scheduled' })
  state: string;

  @ForeignKey('courses', { name: 'fk_sessions_course' })
  @Column({ type: 'int', name: 'course_id', unsigned: true, nullable: true })
  courseId: number | null;

  @ForeignKey('teaching_sites', { name: 'fk_sessions_site' })
  @Column({ type: 'int', name: 'site_id', unsigned: true, nullable: true })
  siteId: number | null;

  @ForeignKey('learning_routes', { name: 'fk_sessions_route' })
  @Column({ type: 'int', name: 'route_id', unsigned: true, nullable: true })
  routeId: number | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  place: string | null;

  @ForeignKey('units', { name: 'fk_sessions_for_unit' })
  @Column({ type: 'int', name: 'for_unit_id', unsigned: true, nullable: true })
  forUnitId: number | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** The classes that a session serves, the lead among them. */
@Entity('session_classes')
@Index('ix_session_classes_class', ['classId'])
export class SessionClass {
  @ForeignKey('sessions', { name: 'fk_session_classes_session', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @ForeignKey('classes', { name: 'fk_session_classes_class' })
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;
}

/** Who teaches a session. */
@Entity('session_instructors')
@Index('ix_session_instructors_instructor', ['instructorId'])
export class SessionInstructor {
  @ForeignKey('sessions', { name: 'fk_session_instructors_session', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @ForeignKey('instructors', { name: 'fk_session_instructors_instructor' })
  @PrimaryColumn({ type: 'int', name: 'instructor_id', unsigned: true })
  instructorId: number;
}

/** A stop of a route run. Never a session of its own. */
@Entity('checkpoints')
@Index('ix_checkpoints_site', ['siteId'])
export class Checkpoint {
  @ForeignKey('sessions', { name: 'fk_checkpoints_session', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'smallint', unsigned: true })
  position: number;

  @ForeignKey('teaching_sites', { name: 'fk_checkpoints_site' })
  @Column({ type: 'int', name: 'site_id', unsigned: true })
  siteId: number;

  @Column({ type: 'datetime', name: 'reached_at', precision: 3, nullable: true })
  reachedAt: Date | null;
}

/** A room where many follow one lesson. */
@Entity('viewing_points')
@Index('uq_viewing_points_name', ['sessionId', 'name'], { unique: true })
@Index('ix_viewing_points_for_unit', ['forUnitId'])
@Index('ix_viewing_points_site', ['siteId'])
export class ViewingPoint {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('sessions', { name: 'fk_viewing_points_session', onDelete: 'CASCADE' })
  @Column({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @ForeignKey('units', { name: 'fk_viewing_points_for_unit' })
  @Column({ type: 'int', name: 'for_unit_id', unsigned: true })
  forUnitId: number;

  @ForeignKey('teaching_sites', { name: 'fk_viewing_points_site' })
  @Column({ type: 'int', name: 'site_id', unsigned: true, nullable: true })
  siteId: number | null;
}

/** A room that was taken away: its id is never another's, and a phone that was offline may still name it. */
@Entity('removed_viewing_points')
@Index('ix_removed_viewing_points_session', ['sessionId'])
export class RemovedViewingPoint {
  @PrimaryColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('sessions', { name: 'fk_removed_viewing_points_session', onDelete: 'CASCADE' })
  @Column({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;
}
