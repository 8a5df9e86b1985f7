import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** 培训基地: what teaching sites may belong to. */
@Entity('training_bases')
@Index('uq_training_bases_code', ['code'], { unique: true })
@Index('ix_training_bases_unit', ['unitId'])
export class TrainingBase {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @ForeignKey('units', { name: 'fk_training_bases_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}
