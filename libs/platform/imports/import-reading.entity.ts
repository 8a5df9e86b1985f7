import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { type ImportKind } from '#contract';
import { type SkipReason } from './placed-rows.js';
import { type SheetMapping } from './sheet-mapping.js';

/** How a file is read: what somebody said of its columns, how many rows to expect, and how many were passed over. */
@Entity('import_readings')
export class ImportReading {
  @ForeignKey('imports', { name: 'fk_import_readings_import', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'import_id', unsigned: true })
  importId: number;

  /** `null`: by the titles alone. */
  @Column({ type: 'json', nullable: true })
  mapping: SheetMapping[] | null;

  /** About so many, known as soon as the check begins; 0 before. */
  @Column({ type: 'int', name: 'rows_expected', unsigned: true, default: 0 })
  rowsExpected: number;

  @Column({ type: 'int', name: 'rows_skipped', unsigned: true, default: 0 })
  rowsSkipped: number;
}

/** A row below the header that is no data, and why: nothing is left out in silence. */
@Entity('import_skipped_rows')
export class ImportSkippedRow {
  @ForeignKey('imports', { name: 'fk_import_skipped_rows_import', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'import_id', unsigned: true })
  importId: number;

  /** Running number among the rows passed over: data rows have numbers of their own. */
  @PrimaryColumn({ type: 'int', unsigned: true })
  position: number;

  @Column({ type: 'varchar', length: 40 })
  sheet: string;

  @Column({ type: 'int', name: 'row_no', unsigned: true })
  rowNo: number;

  @Column({ type: 'varchar', length: 20 })
  reason: SkipReason;
}

/** What was said of a header once, for the next file of these units that has the same one. */
@Entity('import_mappings')
@Index('uq_import_mappings_header', ['kind', 'scopePath', 'header'], { unique: true })
export class ImportMapping {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 20 })
  kind: ImportKind;

  @Column({ type: 'varchar', name: 'scope_path', length: 191 })
  scopePath: string;

  /** `headerPrint` of its titles. */
  @Column({ type: 'binary', length: 32 })
  header: Buffer;

  /** The format and the columns; sheet and header row are the next file's own. */
  @Column({ type: 'json' })
  mapping: Pick<SheetMapping, 'format' | 'columns'>;

  @Column({ type: 'datetime', name: 'used_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  usedAt: Date;
}
