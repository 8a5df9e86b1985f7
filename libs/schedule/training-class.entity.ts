import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A line of classes that is run again and again; a class is its n-th run. */
@Entity('series')
@Index('uq_series_name', ['unitId', 'name'], { unique: true })
export class Series {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @ForeignKey('units', { name: 'fk_series_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;
}

/** A class as it is planned and held. `hostUnitId` is the first of its hosts, the unit of record. */
@Entity('classes')
@Index('uq_classes_code', ['code'], { unique: true })
@Index('uq_classes_series_run', ['seriesId', 'runNumber'], { unique: true })
@Index('ix_classes_host', ['hostUnitId'])
@Index('ix_classes_delivering', ['deliveringUnitId'])
@Index('ix_classes_village', ['villageId', 'kind', 'startsOn'])
@Index('ix_classes_course', ['courseId'])
@Index('ix_classes_head', ['headUserId'])
@Index('ix_classes_dates', ['startsOn', 'endsOn'])
export class TrainingClass {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 120 })
  name: string;

  @Column({ type: 'varchar', length: 14 })
  kind: string;

  @Column({ type: 'varchar', name: 'delivery_mode', length: 10 })
  deliveryMode: string;

  @Column({ type: 'varchar', length: 6 })
  roster: string;

  @Column({ type: 'varchar', length: 10 })
  state: string;

  @Column({ type: 'boolean', name: 'core_programme', default: 0 })
  coreProgramme: boolean;

  @ForeignKey('series', { name: 'fk_classes_series' })
  @Column({ type: 'int', name: 'series_id', unsigned: true, nullable: true })
  seriesId: number | null;

  @Column({ type: 'smallint', name: 'run_number', unsigned: true, nullable: true })
  runNumber: number | null;

  @ForeignKey('courses', { name: 'fk_classes_course' })
  @Column({ type: 'int', name: 'course_id', unsigned: true, nullable: true })
  courseId: number | null;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn: string;

  @Column({ type: 'date', name: 'ends_on' })
  endsOn: string;

  @ForeignKey('units', { name: 'fk_classes_host' })
  @Column({ type: 'int', name: 'host_unit_id', unsigned: true })
  hostUnitId: number;

  @ForeignKey('units', { name: 'fk_classes_delivering' })
  @Column({ type: 'int', name: 'delivering_unit_id', unsigned: true, nullable: true })
  deliveringUnitId: number | null;

  @ForeignKey('units', { name: 'fk_classes_village' })
  @Column({ type: 'int', name: 'village_id', unsigned: true, nullable: true })
  villageId: number | null;

  @ForeignKey('users', { name: 'fk_classes_head' })
  @Column({ type: 'int', name: 'head_user_id', unsigned: true, nullable: true })
  headUserId: number | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  contact: string | null;

  @Column({ type: 'datetime', name: 'closed_at', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** Hosts and supporting units of a class, in order. */
@Entity('class_units')
@Index('uq_class_units_once', ['classId', 'role', 'unitId'], { unique: true })
@Index('ix_class_units_unit', ['unitId'])
export class ClassUnit {
  @ForeignKey('classes', { name: 'fk_class_units_class', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @PrimaryColumn({ type: 'varchar', length: 10 })
  role: string;

  @PrimaryColumn({ type: 'smallint', unsigned: true })
  position: number;

  @ForeignKey('units', { name: 'fk_class_units_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;
}
