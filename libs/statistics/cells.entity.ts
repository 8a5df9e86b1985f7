import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one class adds to each cell: the compiler takes the difference to it. */
@Entity('class_cells')
export class ClassCell {
  @PrimaryColumn({ type: 'int', name: 'class_id', unsigned: true })
  classId: number;

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

/** Who stands behind a cell of the finest grain: ascending 32-bit ids. */
@Entity('person_sets')
export class PersonSet {
  @PrimaryColumn({ type: 'varchar', length: 7 })
  basis: string;

  @PrimaryColumn({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @PrimaryColumn({ type: 'int', unsigned: true })
  month: number;

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
