import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { type UnitLevel, type VillageKind } from '#contract';

/**
 * A place or body in the tree. `path` is its place for counting and never changes; `accessPath` is where today's users find
 * it: a retired unit stands under its successor. The key columns are what facts of this unit are counted under at each level.
 */
@Entity('units')
@Index('uq_units_code', ['code'], { unique: true })
@Index('ix_units_parent', ['parentId'])
@Index('ix_units_access_path', ['accessPath'])
@Index('ix_units_path', ['path'])
@Index('ix_units_key_town', ['keyTown'])
@Index('ix_units_successor', ['successorId'])
@Index('ix_units_photos', ['photos'])
export class Unit {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('units', { name: 'fk_units_parent' })
  @Column({ name: 'parent_id', type: 'int', unsigned: true, nullable: true })
  parentId: number | null;

  @Column({ type: 'varchar', length: 10 })
  level: UnitLevel;

  @Column({ name: 'village_kind', type: 'varchar', length: 20, nullable: true })
  villageKind: VillageKind | null;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 20, nullable: true })
  code: string | null;

  /** `/1/5/12/`: the ids from the root down to this unit. */
  @Column({ type: 'varchar', length: 120 })
  path: string;

  @Column({ name: 'access_path', type: 'varchar', length: 190 })
  accessPath: string;

  @Column({ name: 'key_village', type: 'int', unsigned: true })
  keyVillage: number;

  @Column({ name: 'key_town', type: 'int', unsigned: true })
  keyTown: number;

  @Column({ name: 'key_county', type: 'int', unsigned: true })
  keyCounty: number;

  @Column({ name: 'key_city', type: 'int', unsigned: true })
  keyCity: number;

  @Column({ name: 'key_province', type: 'int', unsigned: true })
  keyProvince: number;

  @Column({ name: 'valid_from', type: 'date', default: '1949-10-01' })
  validFrom: string;

  /** The last day on which the unit existed; `null` while it lives. */
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;

  @ForeignKey('units', { name: 'fk_units_successor' })
  @Column({ name: 'successor_id', type: 'int', unsigned: true, nullable: true })
  successorId: number | null;

  /** Sessions of this unit, and of all under it, may be photographed. */
  @Column({ type: 'boolean', default: false })
  photos: boolean;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
