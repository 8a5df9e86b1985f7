import { type MigrationInterface, type QueryRunner } from 'typeorm';

const check = 'ck_teaching_sites_place';

/** A site has both coordinates or neither. */
export class DemandWholePlaces1640995252000 implements MigrationInterface {
  name = 'DemandWholePlaces1640995252000';
  async up(db: QueryRunner): Promise<void> {
    if (await stands(db)) return;
    await db.query(`ALTER TABLE teaching_sites ADD CONSTRAINT ${check} CHECK ((latitude IS NULL) = (longitude IS NULL))`);
  }
  async down(db: QueryRunner): Promise<void> {
    if (await stands(db)) await db.query(`ALTER TABLE teaching_sites DROP CONSTRAINT ${check}`);
  }
}

/** A migration that died half-way is applied again. */
const stands = async (db: QueryRunner): Promise<boolean> =>
  (
    await db.query('SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND constraint_name = ?', [
      check,
    ])
  ).length > 0;
