import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A registered person-time, with everything about the person as it was on its date. */
@Entity('participations')
@Index('ix_participations_trainee', ['traineeUnitId', 'month', 'kind', 'audience', 'personId'])
@Index('ix_participations_host', ['hostUnitId', 'month', 'kind', 'audience', 'personId'])
@Index('ix_participations_venue', ['venueUnitId', 'month', 'kind', 'audience', 'personId'])
@Index('ix_participations_person', ['personId', 'month'])
export class Participation {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @PrimaryColumn({ type: 'int', name: 'counting_session_id', unsigned: true })
  countingSessionId: number;

  @PrimaryColumn({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  @Column({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @Column({ type: 'date' })
  date: string;

  @Column({ type: 'int', unsigned: true })
  month: number;

  @Column({ type: 'varchar', length: 12 })
  audience: string;

  @Column({ type: 'boolean', nullable: true })
  female: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  minority: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  young: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  college: boolean | null;

  @Column({ type: 'int', name: 'trainee_unit_id', unsigned: true })
  traineeUnitId: number;

  @Column({ type: 'int', name: 'host_unit_id', unsigned: true })
  hostUnitId: number;

  @Column({ type: 'int', name: 'venue_unit_id', unsigned: true })
  venueUnitId: number;
}

/** A valid attendance of one person at one session, with the unit and audience of its person-time. */
@Entity('attendances')
@Index('ix_attendances_session', ['sessionId', 'personId'])
@Index('ix_attendances_person', ['personId'])
@Index('ix_attendances_disputed', ['disputed', 'sessionId'])
export class Attendance {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  /** 0 for the main room. */
  @Column({ type: 'int', name: 'viewing_point_id', unsigned: true, default: 0 })
  viewingPointId: number;

  @Column({ type: 'varchar', length: 9 })
  status: string;

  @Column({ type: 'boolean' })
  disputed: boolean;

  @Column({ type: 'date' })
  date: string;

  @Column({ type: 'int', unsigned: true })
  month: number;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @Column({ type: 'varchar', length: 12 })
  audience: string;

  @Column({ type: 'int', name: 'trainee_unit_id', unsigned: true })
  traineeUnitId: number;

  @Column({ type: 'int', name: 'host_unit_id', unsigned: true })
  hostUnitId: number;

  @Column({ type: 'int', name: 'venue_unit_id', unsigned: true })
  venueUnitId: number;
}

/** Unnamed heads of one place of a session. */
@Entity('declarations')
export class Declaration {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'int', name: 'viewing_point_id', unsigned: true })
  viewingPointId: number;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @Column({ type: 'date' })
  date: string;

  @Column({ type: 'int', unsigned: true })
  month: number;

  @Column({ type: 'int', unsigned: true })
  declared: number;

  @Column({ type: 'int', unsigned: true })
  unverified: number;

  @Column({ type: 'int', unsigned: true })
  unidentified: number;

  @Column({ type: 'int', name: 'trainee_unit_id', unsigned: true })
  traineeUnitId: number;

  @Column({ type: 'int', name: 'host_unit_id', unsigned: true })
  hostUnitId: number;

  @Column({ type: 'int', name: 'venue_unit_id', unsigned: true })
  venueUnitId: number;
}

/** A batch, session or visit, with the units that it touched. */
@Entity('held')
@Index('ix_held_month', ['measure', 'month', 'kind'])
export class Held {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  measure: string;

  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @Column({ type: 'date' })
  date: string;

  @Column({ type: 'int', unsigned: true })
  month: number;

  @Column({ type: 'int', name: 'host_unit_id', unsigned: true })
  hostUnitId: number;

  @Column({ type: 'int', name: 'venue_unit_id', unsigned: true })
  venueUnitId: number;

  /** JSON: pairs of a trainee's unit and an audience (`*` for anybody). */
  @Column({ type: 'mediumtext' })
  touched: string;
}

/** Facts that were not counted, by reason. */
@Entity('left_out')
@Index('ix_left_out_reason', ['reason', 'sessionId'])
export class LeftOut {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'varchar', length: 24 })
  reason: string;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  audience: string;

  @PrimaryColumn({ type: 'int', name: 'trainee_unit_id', unsigned: true })
  traineeUnitId: number;

  @Column({ type: 'int', name: 'host_unit_id', unsigned: true })
  hostUnitId: number;

  @Column({ type: 'int', name: 'venue_unit_id', unsigned: true })
  venueUnitId: number;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @Column({ type: 'int', unsigned: true })
  month: number;

  @Column({ type: 'int', unsigned: true })
  facts: number;
}
