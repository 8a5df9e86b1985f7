import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which rows an import wrote, for their histories: 2,048 row numbers of a noun to a row of this table, a bit for each. */
export class CreateImportWrites1640995249000 implements MigrationInterface {
  name = 'CreateImportWrites1640995249000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_writes (
        noun varchar(20) NOT NULL,
        part int unsigned NOT NULL,
        import_id int unsigned NOT NULL,
        bits varbinary(256) NOT NULL,
        PRIMARY KEY (noun, part, import_id),
        KEY ix_import_writes_import (import_id),
        CONSTRAINT fk_import_writes_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS import_writes');
  }
}
