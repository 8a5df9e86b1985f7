import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A deed belongs to the units that it concerned on its day. */
export class CreateAuditUnits1640995228000 implements MigrationInterface {
  name = 'CreateAuditUnits1640995228000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS audit_entry_units (
        entry_id int unsigned NOT NULL,
        unit_id int unsigned NOT NULL,
        PRIMARY KEY (entry_id, unit_id),
        KEY ix_audit_entry_units_unit (unit_id),
        CONSTRAINT fk_audit_entry_units_entry FOREIGN KEY (entry_id) REFERENCES audit_entries (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS audit_entry_units');
  }
}
