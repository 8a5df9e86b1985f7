import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mark as it was made: never changed, never deleted. */
@Entity('marks')
@Index('uq_marks_id', ['id'], { unique: true })
@Index('ix_marks_person', ['personId'])
export class Mark {
  @ForeignKey('sessions', { name: 'fk_marks_session' })
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'binary', length: 16 })
  id: Buffer;

  @Column({ type: 'smallint', unsigned: true })
  slot: number;

  @ForeignKey('people', { name: 'fk_marks_person' })
  @Column({ type: 'int', name: 'person_id', unsigned: true, nullable: true })
  personId: number | null;

  @Column({ type: 'varchar', name: 'walk_in_name', length: 60, nullable: true })
  walkInName: string | null;

  @Column({ type: 'varchar', name: 'walk_in_village', length: 60, nullable: true })
  walkInVillage: string | null;

  @Column({ type: 'varchar', name: 'walk_in_phone_tail', length: 4, nullable: true })
  walkInPhoneTail: string | null;

  @Column({ type: 'int', name: 'viewing_point_id', unsigned: true, nullable: true })
  viewingPointId: number | null;

  @Column({ type: 'varchar', length: 9 })
  status: string;

  @Column({ type: 'varchar', length: 9 })
  method: string;

  @Column({ type: 'varchar', length: 7 })
  origin: string;

  @Column({ type: 'datetime', name: 'device_at', precision: 3 })
  deviceAt: Date;

  @Column({ type: 'datetime', name: 'received_at', precision: 3 })
  receivedAt: Date;

  @Column({ type: 'date', name: 'recorded_on', nullable: true })
  recordedOn: string | null;

  @Column({ type: 'int', name: 'user_id', unsigned: true, nullable: true })
  userId: number | null;

  @Column({ type: 'int', name: 'device_id', unsigned: true, nullable: true })
  deviceId: number | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  note: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  reason: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  witness: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  review: string | null;

  /** Handed over by a phone that was revoked by then, whatever else there is to look at. */
  @Column({ type: 'boolean', name: 'from_revoked', default: false })
  fromRevoked: boolean;

  @Column({ type: 'binary', name: 'body_hash', length: 16 })
  bodyHash: Buffer;
}

/** Which marks a mark takes the place of; the replaced one may not have arrived yet. */
@Entity('mark_replacements')
@Index('ix_mark_replacements_mark', ['markId'])
export class MarkReplacement {
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'binary', name: 'replaced_id', length: 16 })
  replacedId: Buffer;

  @PrimaryColumn({ type: 'binary', name: 'mark_id', length: 16 })
  markId: Buffer;
}

/** What a person decided about a mark that waits or that names nobody yet. */
@Entity('mark_decisions')
@Index('ix_mark_decisions_session', ['sessionId'])
@Index('ix_mark_decisions_person', ['personId'])
export class MarkDecision {
  @PrimaryColumn({ type: 'binary', name: 'mark_id', length: 16 })
  markId: Buffer;

  @Column({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @Column({ type: 'varchar', length: 8 })
  decision: string;

  @ForeignKey('people', { name: 'fk_mark_decisions_person' })
  @Column({ type: 'int', name: 'person_id', unsigned: true, nullable: true })
  personId: number | null;

  @Column({ type: 'int', name: 'decided_by', unsigned: true, nullable: true })
  decidedBy: number | null;

  @Column({ type: 'datetime', name: 'decided_at', precision: 3 })
  decidedAt: Date;

  /** A match that follows from that of the same words: nobody decided about this mark itself. */
  @Column({ type: 'boolean', default: false })
  carried: boolean;
}
