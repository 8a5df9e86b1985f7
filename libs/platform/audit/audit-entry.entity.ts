import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what to what. */
@Entity('audit_entries')
@Index('ix_audit_entries_subject', ['subject', 'subjectId'])
@Index('ix_audit_entries_user', ['userId', 'at'])
@Index('ix_audit_entries_at', ['at'])
@Index('ix_audit_entries_action', ['action', 'at'])
export class AuditEntry {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  at: Date;

  @Column({ type: 'int', name: 'user_id', unsigned: true, nullable: true })
  userId: number | null;

  @Column({ type: 'varchar', length: 60 })
  action: string;

  @Column({ type: 'varchar', length: 40 })
  subject: string;

  @Column({ type: 'varchar', name: 'subject_id', length: 40 })
  subjectId: string;

  @Column({ type: 'json', nullable: true })
  facts: unknown;

  @Column({ type: 'varchar', name: 'request_id', length: 40 })
  requestId: string;
}
