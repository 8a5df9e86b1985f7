import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Reusable content, without dates. */
@Entity('courses')
@Index('uq_courses_code', ['code'], { unique: true })
@Index('ix_courses_unit', ['unitId'])
export class Course {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @ForeignKey('units', { name: 'fk_courses_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @Column({ type: 'varchar', length: 100, nullable: true })
  subject: string | null;

  @Column({ type: 'text', nullable: true })
  outline: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
