import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The tree of units. The key columns name, for each level, the unit itself or the nearest one above at that level or higher. */
export class CreateUnits1640995201000 implements MigrationInterface {
  name = 'CreateUnits1640995201000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS units (
        id int unsigned NOT NULL AUTO_INCREMENT,
        parent_id int unsigned NULL,
        level varchar(10) NOT NULL,
        village_kind varchar(20) NULL,
        name varchar(100) NOT NULL,
        code varchar(20) NULL,
        path varchar(120) NOT NULL,
        access_path varchar(190) NOT NULL,
        key_village int unsigned NOT NULL,
        key_town int unsigned NOT NULL,
        key_county int unsigned NOT NULL,
        key_city int unsigned NOT NULL,
        key_province int unsigned NOT NULL,
        valid_from date NOT NULL DEFAULT '1949-10-01',
        valid_to date NULL,
        successor_id int unsigned NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_units_code (code),
        KEY ix_units_parent (parent_id),
        KEY ix_units_access_path (access_path),
        KEY ix_units_path (path),
        KEY ix_units_key_town (key_town),
        KEY ix_units_successor (successor_id),
        CONSTRAINT fk_units_parent FOREIGN KEY (parent_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_units_successor FOREIGN KEY (successor_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_units_level CHECK (level IN ('province','city','county','town','village','organ')),
        CONSTRAINT ck_units_dates CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS units');
  }
}
