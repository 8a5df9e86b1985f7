import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A bearer token goes into a header, a cookie token into a browser; neither opens the other's door. */
export type SignInKind = 'bearer' | 'cookie';
/** A phone's own token goes into a header, too, and opens the doors of the field alone. It ends with the phone, not with a password. */
export type TokenKind = SignInKind | 'device';

/** What is kept of a token: its SHA-256. The token itself is shown once. */
@Entity('tokens')
@Index('uq_tokens_hash', ['hash'], { unique: true })
@Index('ix_tokens_user', ['userId'])
@Index('ix_tokens_device', ['deviceId'])
@Index('ix_tokens_expired', ['expiresAt'])
@Index('ix_tokens_revoked', ['revokedAt'])
export class Token {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('users', { name: 'fk_tokens_user', onDelete: 'CASCADE' })
  @Column({ name: 'user_id', type: 'int', unsigned: true })
  userId: number;

  @Column({ type: 'varchar', length: 10 })
  kind: TokenKind;

  @Column({ type: 'varchar', length: 100 })
  label: string;

  @Column({ type: 'binary', length: 32 })
  hash: Buffer;

  /** Whose own token it is, of the kind `device`. */
  @ForeignKey('devices', { name: 'fk_tokens_device', onDelete: 'CASCADE' })
  @Column({ name: 'device_id', type: 'int', unsigned: true, nullable: true })
  deviceId: number | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  revokedAt: Date | null;
}

/** Failures to sign in, by account and address. The account need not exist, and what was typed is not kept. */
@Entity('sign_in_failures')
@Index('ix_sign_in_failures_age', ['lastAt'])
export class SignInFailure {
  @PrimaryColumn({ name: 'account_digest', type: 'binary', length: 32 })
  accountDigest: Buffer;

  @PrimaryColumn({ type: 'varchar', length: 45 })
  address: string;

  @Column({ type: 'int', unsigned: true })
  failures: number;

  @Column({ name: 'locked_until', type: 'datetime', precision: 3, nullable: true })
  lockedUntil: Date | null;

  @Column({ name: 'last_at', type: 'datetime', precision: 3 })
  lastAt: Date;
}
