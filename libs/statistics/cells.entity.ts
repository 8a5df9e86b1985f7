import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The figures, for every level of the unit tree. */
@Entity('figure_cells')
export class FigureCell {
  @PrimaryColumn({ type: 'varchar', length: 7 })
  basis: string;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  level: string;

  @PrimaryColumn({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @PrimaryColumn({ type: 'int', unsigned: true })
  month: number;

  @PrimaryColumn({ type: 'varchar', length: 14 })
  kind: string;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  audience: string;

  @Column({ type: 'int', default: 0 })
  batches: number;

  @Column({ type: 'int', name: 'sessions_held', default: 0 })
  sessionsHeld: number;

  @Column({ type: 'int', default: 0 })
  visits: number;

  @Column({ type: 'int', default: 0 })
  registered: number;

  @Column({ type: 'int', default: 0 })
  declared: number;

  @Column({ type: 'int', default: 0 })
  unverified: number;

  @Column({ type: 'int', default: 0 })
  unidentified: number;

  @Column({ type: 'int', default: 0 })
  attendances: number;
}

/** Distinct people of a unit in a month (202106) or a year (2021); `*` is every kind, or everybody. */
@Entity('people_cells')
export class PeopleCell {
  @PrimaryColumn({ type: 'varchar', length: 7 })
  basis: string;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  level: string;

  @PrimaryColumn({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @PrimaryColumn({ type: 'int', unsigned: true })
  period: number;

  @PrimaryColumn({ type: 'varchar', length: 14 })
  kind: string;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  audience: string;

  @Column({ type: 'int', default: 0 })
  people: number;
}

/** Whoever was ever counted: their row is locked while a compile says where. */
@Entity('counted_people')
export class CountedPerson {
  @PrimaryColumn({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;
}

/** Who stands behind a cell of the finest grain, by where they are from: ascending 32-bit ids. */
@Entity('person_sets')
export class PersonSet {
  @PrimaryColumn({ type: 'int', unsigned: true })
  month: number;

  @PrimaryColumn({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @PrimaryColumn({ type: 'varchar', length: 14 })
  kind: string;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  audience: string;

  @Column({ type: 'mediumblob' })
  persons: Buffer;
}

/** When a class was compiled last, and by which rules. */
@Entity('compiled_classes')
@Index('ix_compiled_classes_at', ['compiledAt'])
export class CompiledClass {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

  @Column({ type: 'datetime', name: 'compiled_at', precision: 3 })
  compiledAt: Date;

  @Column({ type: 'varchar', name: 'rule_version', length: 10 })
  ruleVersion: string;

  @Column({ type: 'int', unsigned: true })
  facts: number;
}

/** How far the recount of everything is, in its only row; nothing when none goes on. */
@Entity('recounts')
export class RecountState {
  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  id: number;

  /** Classes below this one are counted. */
  @Column({ type: 'int', name: 'next_class_id', unsigned: true, nullable: true })
  nextClassId: number | null;

  /** Of rules and migrations: another program does not go on with it. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  version: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  owner: string | null;

  @Column({ type: 'datetime', name: 'lease_until', precision: 3, nullable: true })
  leaseUntil: Date | null;
}

/** Classes compiled while everything is recounted. */
@Entity('recount_touched')
export class RecountTouched {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;
}

/** Who was counted where, as far as the recount of everything is. */
@Entity('recount_tally')
export class RecountTally {
  @PrimaryColumn({ type: 'varchar', length: 7 })
  basis: string;

  @PrimaryColumn({ type: 'int', unsigned: true })
  month: number;

  @PrimaryColumn({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @PrimaryColumn({ type: 'varchar', length: 14 })
  kind: string;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  audience: string;

  @Column({ type: 'mediumblob' })
  persons: Buffer;
}
