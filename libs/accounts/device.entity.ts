import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Index } from 'typeorm';

/** A phone that sent something, by the id it made for itself. `enrolled` once somebody vouched for it. */
@Entity('devices')
@Index('uq_devices_user_device', ['userId', 'deviceUuid'], { unique: true })
export class Device {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('users', { name: 'fk_devices_user', onDelete: 'CASCADE' })
  @Column({ name: 'user_id', type: 'int', unsigned: true })
  userId: number;

  @Column({ name: 'device_uuid', type: 'binary', length: 16 })
  deviceUuid: Buffer;

  @Column({ name: 'token_id', type: 'int', unsigned: true, nullable: true })
  tokenId: number | null;

  @Column({ type: 'boolean', default: false })
  enrolled: boolean;

  @Column({ name: 'first_seen_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  firstSeenAt: Date;

  @Column({ name: 'last_seen_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  lastSeenAt: Date;

  /** What the phone calls itself. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  label: string | null;

  /** The version of the app, as the phone last said. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  app: string | null;

  /** How many facts wait on the phone, as it last said. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  waiting: number | null;

  /** By how much the server's clock was ahead of the phone's. */
  @Column({ name: 'skew_seconds', type: 'bigint', nullable: true })
  skewSeconds: number | null;

  /** So many facts, of whomever, waited on it when its browser cleared it; whose phone it was then, and when it said so. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  lost: number | null;

  @Column({ name: 'lost_of', type: 'varchar', length: 60, nullable: true })
  lostOf: string | null;

  @Column({ name: 'lost_at', type: 'datetime', precision: 3, nullable: true })
  lostAt: Date | null;

  /** From then on it is given nothing, and what it hands over is flagged. */
  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  revokedAt: Date | null;

  /** It is to forget whom it knows. */
  @Column({ type: 'boolean', default: false })
  wipe: boolean;
}

/** A code by which one phone becomes somebody's device; what is kept of it is its SHA-256. */
@Entity('device_invitations')
@Index('uq_device_invitations_code', ['codeHash'], { unique: true })
@Index('ix_device_invitations_user', ['userId', 'deviceUuid'])
@Index('ix_device_invitations_expired', ['expiresAt'])
export class DeviceInvitation {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('users', { name: 'fk_device_invitations_user', onDelete: 'CASCADE' })
  @Column({ name: 'user_id', type: 'int', unsigned: true })
  userId: number;

  @Column({ name: 'code_hash', type: 'binary', length: 32 })
  codeHash: Buffer;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt: Date;

  /** The phone that claimed it. */
  @Column({ name: 'device_uuid', type: 'binary', length: 16, nullable: true })
  deviceUuid: Buffer | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
