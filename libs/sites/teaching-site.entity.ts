import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** 现场教学点: a place in a town or village where practical sessions are held. */
@Entity('teaching_sites')
@Index('uq_teaching_sites_code', ['code'], { unique: true })
@Index('ix_teaching_sites_unit', ['unitId'])
@Index('ix_teaching_sites_base', ['baseId'])
export class TeachingSite {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @ForeignKey('units', { name: 'fk_teaching_sites_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @ForeignKey('training_bases', { name: 'fk_teaching_sites_base' })
  @Column({ type: 'int', name: 'base_id', unsigned: true, nullable: true })
  baseId: number | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  theme: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  address: string | null;

  /** People at once. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  capacity: number | null;

  @Column({ type: 'decimal', precision: 9, scale: 6, nullable: true })
  latitude: number | null;

  @Column({ type: 'decimal', precision: 9, scale: 6, nullable: true })
  longitude: number | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
