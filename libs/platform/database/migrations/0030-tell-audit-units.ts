import { type MigrationInterface, type QueryRunner } from 'typeorm';

const keptAside = "JSON_CONTAINS_PATH(a.facts, 'one', '$.unitsOfTheDay')";

/**
 * Entries from before belong to what their author holds today: the best that is still known. What was known better before a step
 * back lies with their facts meanwhile, as nothing else outlives the step below.
 */
export class TellAuditUnits1640995229000 implements MigrationInterface {
  name = 'TellAuditUnits1640995229000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT IGNORE INTO audit_entry_units (entry_id, unit_id)
      SELECT a.id, kept.unit_id FROM audit_entries a
      JOIN JSON_TABLE(a.facts, '$.unitsOfTheDay[*]' COLUMNS (unit_id int PATH '$')) kept WHERE ${keptAside}`);
    await db.query(`
      INSERT IGNORE INTO audit_entry_units (entry_id, unit_id)
      SELECT DISTINCT a.id, g.unit_id FROM audit_entries a JOIN user_grants g ON g.user_id = a.user_id
      WHERE (a.facts IS NULL OR NOT ${keptAside}) AND NOT EXISTS (SELECT 1 FROM audit_entry_units known WHERE known.entry_id = a.id)`);
    await db.query(`UPDATE audit_entries a SET a.facts = JSON_REMOVE(a.facts, '$.unitsOfTheDay') WHERE ${keptAside}`);
  }

  /** Of every entry, also where there are none: whoever did it may hold some today. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE audit_entries a LEFT JOIN
        (SELECT entry_id, CONCAT('{"unitsOfTheDay":', JSON_ARRAYAGG(unit_id), '}') AS units FROM audit_entry_units GROUP BY entry_id) e
        ON e.entry_id = a.id
      SET a.facts = JSON_MERGE_PATCH(COALESCE(a.facts, '{}'), COALESCE(e.units, '{"unitsOfTheDay":[]}'))
      WHERE a.facts IS NULL OR NOT ${keptAside}`);
    await db.query('DELETE FROM audit_entry_units');
  }
}
