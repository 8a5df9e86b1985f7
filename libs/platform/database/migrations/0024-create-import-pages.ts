import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What became of the rows of a file is kept by pages of 500: a row for each of them was two fifths of what an import wrote. */
export class CreateImportPages1640995223000 implements MigrationInterface {
  name = 'CreateImportPages1640995223000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_pages (
        import_id int unsigned NOT NULL,
        page int unsigned NOT NULL,
        rows_create smallint unsigned NOT NULL,
        rows_update smallint unsigned NOT NULL,
        rows_unchanged smallint unsigned NOT NULL,
        rows_faulty smallint unsigned NOT NULL,
        outcomes mediumtext NOT NULL,
        effects mediumtext NULL,
        PRIMARY KEY (import_id, page),
        CONSTRAINT fk_import_pages_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS import_pages');
  }
}
