import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Work for later: one row per job and key, which is behind by `seq - doneSeq` facts. */
@Entity('outbox')
@Index('uq_outbox_one_row_per_work', ['job', 'jobKey'], { unique: true })
@Index('ix_outbox_due', ['dueAt'])
export class OutboxEntry {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40 })
  job: string;

  @Column({ type: 'varchar', name: 'job_key', length: 40 })
  jobKey: string;

  @Column({ type: 'int', unsigned: true, default: 1 })
  seq: number;

  @Column({ type: 'int', name: 'done_seq', unsigned: true, default: 0 })
  doneSeq: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;

  @Column({ type: 'datetime', name: 'due_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  dueAt: Date;

  @Column({ type: 'varchar', name: 'lease_owner', length: 40, nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'datetime', name: 'lease_until', precision: 3, nullable: true })
  leaseUntil: Date | null;

  @Column({ type: 'int', unsigned: true, default: 0 })
  attempts: number;

  @Column({ type: 'varchar', name: 'last_error', length: 500, nullable: true })
  lastError: string | null;
}
