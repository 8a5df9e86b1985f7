import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { type ImportKind } from '#contract';
import { type ImportState } from './import-state.policy.js';

/** A file on its way into the tables. It acts for its user, nowhere outside `scopePath`: the paths of its units, blanks between them. */
@Entity('imports')
@Index('ix_imports_user', ['userId'])
export class Import {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 20 })
  kind: ImportKind;

  @ForeignKey('files', { name: 'fk_imports_file' })
  @Column({ type: 'int', name: 'file_id', unsigned: true })
  fileId: number;

  /** Who asked last (to check, apply or revert): the work is done with their rights. `null`: the product itself, at start-up. */
  @Column({ type: 'int', name: 'user_id', unsigned: true, nullable: true })
  userId: number | null;

  @Column({ type: 'int', name: 'unit_id', unsigned: true, nullable: true })
  unitId: number | null;

  @Column({ type: 'varchar', name: 'scope_path', length: 191 })
  scopePath: string;

  @Column({ type: 'varchar', length: 12 })
  state: ImportState;

  @Column({ type: 'date', name: 'record_date', nullable: true })
  recordDate: string | null;

  /** Known when the check has ended; before that, the rows read so far. */
  @Column({ type: 'int', name: 'rows_total', unsigned: true, default: 0 })
  rowsTotal: number;

  /** Up to this position the rows are judged, or applied. */
  @Column({ type: 'int', name: 'rows_done', unsigned: true, default: 0 })
  rowsDone: number;

  /** So many of them are undone; back at 0 when undoing fails. */
  @Column({ type: 'int', name: 'rows_undone', unsigned: true, default: 0 })
  rowsUndone: number;

  @Column({ type: 'int', name: 'rows_create', unsigned: true, default: 0 })
  rowsCreate: number;

  @Column({ type: 'int', name: 'rows_update', unsigned: true, default: 0 })
  rowsUpdate: number;

  @Column({ type: 'int', name: 'rows_unchanged', unsigned: true, default: 0 })
  rowsUnchanged: number;

  @Column({ type: 'int', name: 'rows_faulty', unsigned: true, default: 0 })
  rowsFaulty: number;

  /** Why it failed, or why it could not be undone: a stable word. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  fault: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;

  @Column({ type: 'datetime', name: 'finished_at', precision: 3, nullable: true })
  finishedAt: Date | null;
}

/** What became of the rows of a page (`import-pages.ts`). Their values are not here: they stay sealed in the file. */
@Entity('import_pages')
export class ImportPage {
  @ForeignKey(() => Import, { name: 'fk_import_pages_import', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'import_id', unsigned: true })
  importId: number;

  @PrimaryColumn({ type: 'int', unsigned: true })
  page: number;

  @Column({ type: 'smallint', name: 'rows_create', unsigned: true })
  rowsCreate: number;

  @Column({ type: 'smallint', name: 'rows_update', unsigned: true })
  rowsUpdate: number;

  @Column({ type: 'smallint', name: 'rows_unchanged', unsigned: true })
  rowsUnchanged: number;

  @Column({ type: 'smallint', name: 'rows_faulty', unsigned: true })
  rowsFaulty: number;

  @Column({ type: 'mediumtext' })
  outcomes: string;

  @Column({ type: 'mediumtext', nullable: true })
  effects: string | null;
}

/**
 * Which rows an import wrote, so that their histories can say so: of 2,048 row numbers of a noun a bit for each. What one row costs
 * to tell is the imports that wrote near it, whatever their length.
 */
@Entity('import_writes')
@Index('ix_import_writes_import', ['importId'])
export class ImportWrite {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  noun: string;

  @PrimaryColumn({ type: 'int', unsigned: true })
  part: number;

  @ForeignKey(() => Import, { name: 'fk_import_writes_import', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'import_id', unsigned: true })
  importId: number;

  @Column({ type: 'varbinary', length: 256 })
  bits: Buffer;
}
