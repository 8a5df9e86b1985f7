import { type MigrationInterface, type QueryRunner } from 'typeorm';

const columns = [
  ['lost', 'int unsigned NULL'],
  ['lost_of', 'varchar(60) NULL'],
  ['lost_at', 'datetime(3) NULL'],
] as const;

/** What waited on a phone when its browser cleared it, as the phone said when it came again. */
export class KnowWhatPhonesLost1640995261000 implements MigrationInterface {
  name = 'KnowWhatPhonesLost1640995261000';
  async up(db: QueryRunner): Promise<void> {
    for (const [name, type] of columns)
      if (!(await db.hasColumn('devices', name))) await db.query(`ALTER TABLE devices ADD COLUMN ${name} ${type}`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const [name] of columns) if (await db.hasColumn('devices', name)) await db.query(`ALTER TABLE devices DROP COLUMN ${name}`);
  }
}
