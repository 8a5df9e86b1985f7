import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** They are on pages. */
export class DropImportRows1640995225000 implements MigrationInterface {
  name = 'DropImportRows1640995225000';
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS import_rows');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_rows (
        import_id int unsigned NOT NULL,
        position int unsigned NOT NULL,
        sheet varchar(40) NOT NULL,
        row_no int unsigned NOT NULL,
        verdict varchar(10) NOT NULL,
        faults json NULL,
        effects json NULL,
        PRIMARY KEY (import_id, position),
        CONSTRAINT fk_import_rows_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT ck_import_rows_verdict CHECK (verdict IN ('create','update','unchanged','faulty'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
}
