import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** One row: what the database holds, and by which keys its personal numbers are sealed. */
export class CreateDatabaseIdentity1640995213000 implements MigrationInterface {
  name = 'CreateDatabaseIdentity1640995213000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS database_identity (
        id tinyint unsigned NOT NULL,
        holds varchar(10) NULL,
        data_key_check binary(32) NULL,
        index_key_check binary(32) NULL,
        PRIMARY KEY (id),
        CONSTRAINT ck_database_identity_one_row CHECK (id = 1),
        CONSTRAINT ck_database_identity_holds CHECK (holds IN ('demo','county'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS database_identity');
  }
}
