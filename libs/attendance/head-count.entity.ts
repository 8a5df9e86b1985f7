import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A head count as it was reported. Only its verification is added later. */
@Entity('head_counts')
@Index('uq_head_counts_id', ['id'], { unique: true })
@Index('ix_head_counts_verified', ['verifiedAt', 'sessionId'])
export class HeadCount {
  @ForeignKey('sessions', { name: 'fk_head_counts_session' })
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'binary', length: 16 })
  id: Buffer;

  @Column({ type: 'int', name: 'viewing_point_id', unsigned: true, nullable: true })
  viewingPointId: number | null;

  @Column({ type: 'varchar', length: 7 })
  mode: string;

  @Column({ type: 'int', unsigned: true })
  heads: number;

  @Column({ type: 'varchar', length: 9 })
  method: string;

  @Column({ type: 'varchar', name: 'counted_by', length: 60 })
  countedBy: string;

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

  @Column({ type: 'varchar', length: 24, nullable: true })
  review: string | null;

  @Column({ type: 'datetime', name: 'verified_at', precision: 3, nullable: true })
  verifiedAt: Date | null;

  @Column({ type: 'int', name: 'verified_by', unsigned: true, nullable: true })
  verifiedBy: number | null;

  @Column({ type: 'binary', name: 'body_hash', length: 16 })
  bodyHash: Buffer;
}

/** Which head counts a head count takes the place of. */
@Entity('head_count_replacements')
export class HeadCountReplacement {
  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @PrimaryColumn({ type: 'binary', name: 'replaced_id', length: 16 })
  replacedId: Buffer;

  @PrimaryColumn({ type: 'binary', name: 'head_count_id', length: 16 })
  headCountId: Buffer;
}

/** Sessions that were once handed to an account for marking: a late mark for one is kept. */
@Entity('served_sessions')
export class ServedSession {
  @PrimaryColumn({ type: 'int', name: 'user_id', unsigned: true })
  userId: number;

  @PrimaryColumn({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @Column({ type: 'datetime', name: 'served_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  servedAt: Date;
}
