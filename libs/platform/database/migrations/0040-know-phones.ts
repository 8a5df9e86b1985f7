import { type MigrationInterface, type QueryRunner } from 'typeorm';

const columns = [
  ['label', 'varchar(100) NULL'],
  ['app', 'varchar(40) NULL'],
  ['waiting', 'int unsigned NULL'],
  ['skew_seconds', 'bigint NULL'],
  ['revoked_at', 'datetime(3) NULL'],
  ['wipe', 'tinyint(1) NOT NULL DEFAULT 0'],
] as const;

/** What a phone says of itself with its packets, and whether it is still trusted. */
export class KnowPhones1640995239000 implements MigrationInterface {
  name = 'KnowPhones1640995239000';
  async up(db: QueryRunner): Promise<void> {
    for (const [name, type] of columns)
      if (!(await db.hasColumn('devices', name))) await db.query(`ALTER TABLE devices ADD COLUMN ${name} ${type}`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const [name] of columns) if (await db.hasColumn('devices', name)) await db.query(`ALTER TABLE devices DROP COLUMN ${name}`);
  }
}
