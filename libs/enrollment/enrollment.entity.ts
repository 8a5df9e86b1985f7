import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A person on the roster of a class. Removed ones keep their row. */
@Entity('enrollments')
@Index('uq_enrollments_once', ['classId', 'personId'], { unique: true })
@Index('ix_enrollments_person', ['personId'])
export class Enrollment {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('classes', { name: 'fk_enrollments_class' })
  @Column({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @ForeignKey('people', { name: 'fk_enrollments_person' })
  @Column({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  @Column({ type: 'smallint', name: 'roster_no', unsigned: true, nullable: true })
  rosterNo: number | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  team: string | null;

  @Column({ type: 'date', name: 'enrolled_on' })
  enrolledOn: string;

  @Column({ type: 'date', name: 'removed_on', nullable: true })
  removedOn: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
