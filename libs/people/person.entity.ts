import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A person. `unitId` is where they are now; numbers are sealed. */
@Entity('people')
@Index('uq_people_code', ['code'], { unique: true })
@Index('uq_people_id_number', ['idNumberIndex'], { unique: true })
@Index('ix_people_unit', ['unitId'])
@Index('ix_people_name', ['name'])
@Index('ix_people_phone', ['phoneIndex'])
export class Person {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 6, nullable: true })
  gender: string | null;

  @Column({ type: 'date', nullable: true })
  born: string | null;

  @Column({ type: 'boolean', nullable: true })
  minority: boolean | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  education: string | null;

  @Column({ type: 'date', name: 'party_from', nullable: true })
  partyFrom: string | null;

  @Column({ type: 'date', name: 'party_until', nullable: true })
  partyUntil: string | null;

  @ForeignKey('units', { name: 'fk_people_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @Column({ type: 'varbinary', name: 'id_number_sealed', length: 120, nullable: true })
  idNumberSealed: Buffer | null;

  @Column({ type: 'binary', name: 'id_number_index', length: 32, nullable: true })
  idNumberIndex: Buffer | null;

  @Column({ type: 'varchar', name: 'id_number_last4', length: 4, nullable: true })
  idNumberLast4: string | null;

  @Column({ type: 'varbinary', name: 'phone_sealed', length: 120, nullable: true })
  phoneSealed: Buffer | null;

  @Column({ type: 'binary', name: 'phone_index', length: 32, nullable: true })
  phoneIndex: Buffer | null;

  @Column({ type: 'varchar', name: 'phone_last4', length: 4, nullable: true })
  phoneLast4: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** Where a person belongs from a date on. */
@Entity('person_units')
@Index('ix_person_units_unit', ['unitId'])
export class PersonUnit {
  @ForeignKey('people', { name: 'fk_person_units_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  @PrimaryColumn({ type: 'date', name: 'valid_from' })
  validFrom: string;

  @ForeignKey('units', { name: 'fk_person_units_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;
}

/** A position that a person held, with its dates. Both ends are included. */
@Entity('positions')
@Index('uq_positions_once', ['personId', 'kind', 'validFrom'], { unique: true })
@Index('ix_positions_unit', ['unitId'])
export class Position {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('people', { name: 'fk_positions_person', onDelete: 'CASCADE' })
  @Column({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  @Column({ type: 'varchar', length: 24 })
  kind: string;

  @ForeignKey('units', { name: 'fk_positions_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true, nullable: true })
  unitId: number | null;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;
}

/** A record that has been merged into another. Deleting the row un-merges exactly. */
@Entity('person_aliases')
@Index('ix_person_aliases_canonical', ['canonicalId'])
export class PersonAlias {
  @ForeignKey('people', { name: 'fk_person_aliases_person' })
  @PrimaryColumn({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  @ForeignKey('people', { name: 'fk_person_aliases_canonical' })
  @Column({ type: 'int', name: 'canonical_id', unsigned: true })
  canonicalId: number;

  @Column({ type: 'datetime', name: 'merged_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  mergedAt: Date;

  @Column({ type: 'int', name: 'merged_by', unsigned: true, nullable: true })
  mergedBy: number | null;
}
