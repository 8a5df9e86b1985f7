import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Persons with what they were and when. Numbers are sealed; equal ones are found by a blind index. */
export class CreatePeople1640995203000 implements MigrationInterface {
  name = 'CreatePeople1640995203000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS people (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(60) NOT NULL,
        gender varchar(6) NULL,
        born date NULL,
        minority tinyint(1) NULL,
        education varchar(10) NULL,
        party_from date NULL,
        party_until date NULL,
        unit_id int unsigned NOT NULL,
        id_number_sealed varbinary(120) NULL,
        id_number_index binary(32) NULL,
        id_number_last4 varchar(4) NULL,
        phone_sealed varbinary(120) NULL,
        phone_index binary(32) NULL,
        phone_last4 varchar(4) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_people_code (code),
        UNIQUE KEY uq_people_id_number (id_number_index),
        KEY ix_people_unit (unit_id),
        KEY ix_people_name (name),
        KEY ix_people_phone (phone_index),
        CONSTRAINT fk_people_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_people_party_dates CHECK (party_until IS NULL OR party_from IS NOT NULL)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS person_units (
        person_id int unsigned NOT NULL,
        valid_from date NOT NULL,
        unit_id int unsigned NOT NULL,
        PRIMARY KEY (person_id, valid_from),
        KEY ix_person_units_unit (unit_id),
        CONSTRAINT fk_person_units_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_person_units_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS positions (
        id int unsigned NOT NULL AUTO_INCREMENT,
        person_id int unsigned NOT NULL,
        kind varchar(24) NOT NULL,
        unit_id int unsigned NULL,
        valid_from date NOT NULL,
        valid_to date NULL,
        version int unsigned NOT NULL DEFAULT 1,
        PRIMARY KEY (id),
        UNIQUE KEY uq_positions_once (person_id, kind, valid_from),
        KEY ix_positions_unit (unit_id),
        CONSTRAINT fk_positions_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_positions_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_positions_dates CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS person_aliases (
        person_id int unsigned NOT NULL,
        canonical_id int unsigned NOT NULL,
        merged_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        merged_by int unsigned NULL,
        PRIMARY KEY (person_id),
        KEY ix_person_aliases_canonical (canonical_id),
        CONSTRAINT fk_person_aliases_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_person_aliases_canonical FOREIGN KEY (canonical_id) REFERENCES people (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_person_aliases_other CHECK (person_id <> canonical_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS person_aliases');
    await db.query('DROP TABLE IF EXISTS positions');
    await db.query('DROP TABLE IF EXISTS person_units');
    await db.query('DROP TABLE IF EXISTS people');
  }
}
