import { type MigrationInterface, type QueryRunner } from 'typeorm';

const engine = 'ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci';
const parent = (name: string): string =>
  `CONSTRAINT ${name} FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE ON UPDATE NO ACTION`;

/** How a file is read where its titles do not say it, what was passed over in it, and what was said of a header, for the next file. */
export class CreateImportReadings1640995226000 implements MigrationInterface {
  name = 'CreateImportReadings1640995226000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_readings (
        import_id int unsigned NOT NULL,
        mapping json NULL,
        rows_expected int unsigned NOT NULL DEFAULT 0,
        rows_skipped int unsigned NOT NULL DEFAULT 0,
        PRIMARY KEY (import_id),
        ${parent('fk_import_readings_import')}
      ) ${engine}`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_skipped_rows (
        import_id int unsigned NOT NULL,
        position int unsigned NOT NULL,
        sheet varchar(40) NOT NULL,
        row_no int unsigned NOT NULL,
        reason varchar(20) NOT NULL,
        PRIMARY KEY (import_id, position),
        ${parent('fk_import_skipped_rows_import')}
      ) ${engine}`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_mappings (
        id int unsigned NOT NULL AUTO_INCREMENT,
        kind varchar(20) NOT NULL,
        scope_path varchar(191) NOT NULL,
        header binary(32) NOT NULL,
        mapping json NOT NULL,
        used_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_import_mappings_header (kind, scope_path, header)
      ) ${engine}`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of ['import_mappings', 'import_skipped_rows', 'import_readings']) await db.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
