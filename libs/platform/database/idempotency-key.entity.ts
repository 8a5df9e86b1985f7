import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a request, kept two days for its repeats. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_age', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn({ type: 'int', name: 'user_id', unsigned: true })
  userId: number;

  @PrimaryColumn({ type: 'varchar', name: 'idempotency_key', length: 80, collation: 'utf8mb4_bin' })
  idempotencyKey: string;

  @Column({ type: 'varchar', length: 120 })
  route: string;

  @Column({ type: 'binary', name: 'body_hash', length: 32 })
  bodyHash: Buffer;

  @Column({ type: 'json', nullable: true })
  answer: unknown;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
