import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { type BundleName } from '#contract';

/** Somebody, or some machine, that signs in. The account's name is compared without regard to case. */
@Entity('users')
@Index('uq_users_account', ['account'], { unique: true })
export class User {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  account: string;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  /** Argon2id in its own text form, which holds salt and cost. An account that only has phones has none. */
  @Column({ name: 'password_hash', type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  /** The instructor who signs in with it: serves the sessions of this instructor. */
  @Column({ name: 'instructor_id', type: 'int', unsigned: true, nullable: true })
  instructorId: number | null;

  @Column({ name: 'disabled_at', type: 'datetime', precision: 3, nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** A bundle of permissions held for a unit and everything under it. */
@Entity('user_grants')
@Index('ix_user_grants_unit', ['unitId'])
export class UserGrant {
  @ForeignKey('users', { name: 'fk_user_grants_user', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'user_id', type: 'int', unsigned: true })
  userId: number;

  @PrimaryColumn({ type: 'varchar', length: 20 })
  bundle: BundleName;

  @ForeignKey('units', { name: 'fk_user_grants_unit' })
  @PrimaryColumn({ name: 'unit_id', type: 'int', unsigned: true })
  unitId: number;
}
