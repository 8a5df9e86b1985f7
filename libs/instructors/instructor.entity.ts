import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { type Engagement, type InstructorTag } from '#contract';

/** Somebody who teaches. Belongs to a unit's register and is shared by its county. */
@Entity('instructors')
@Index('uq_instructors_code', ['code'], { unique: true })
@Index('ix_instructors_unit', ['unitId'])
@Index('ix_instructors_name', ['name'])
@Index('ix_instructors_person', ['personId'])
export class Instructor {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @ForeignKey('units', { name: 'fk_instructors_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @ForeignKey('people', { name: 'fk_instructors_person' })
  @Column({ type: 'int', name: 'person_id', unsigned: true, nullable: true })
  personId: number | null;

  @Column({ type: 'varchar', length: 10 })
  engagement: Engagement;

  @Column({ type: 'varchar', length: 60, nullable: true })
  title: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  organisation: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  specialty: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** What an instructor is known as in the villages. */
@Entity('instructor_tags')
export class InstructorTagged {
  @ForeignKey('instructors', { name: 'fk_instructor_tags_instructor', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'instructor_id', unsigned: true })
  instructorId: number;

  @PrimaryColumn({ type: 'varchar', length: 20 })
  tag: InstructorTag;
}
