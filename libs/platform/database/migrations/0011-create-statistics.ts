import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the worker compiles: counted facts of each class, and cells for every level of the unit tree. */
export class CreateStatistics1640995210000 implements MigrationInterface {
  name = 'CreateStatistics1640995210000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS attendances (
        class_id int unsigned NOT NULL,
        session_id int unsigned NOT NULL,
        person_id int unsigned NOT NULL,
        status varchar(9) NOT NULL,
        disputed tinyint(1) NOT NULL,
        date date NOT NULL,
        month int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        trainee_unit_id int unsigned NOT NULL,
        host_unit_id int unsigned NOT NULL,
        venue_unit_id int unsigned NOT NULL,
        PRIMARY KEY (class_id, session_id, person_id),
        KEY ix_attendances_session (session_id, person_id),
        KEY ix_attendances_person (person_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS participations (
        class_id int unsigned NOT NULL,
        counting_session_id int unsigned NOT NULL,
        person_id int unsigned NOT NULL,
        session_id int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        date date NOT NULL,
        month int unsigned NOT NULL,
        audience varchar(12) NOT NULL,
        female tinyint(1) NULL,
        minority tinyint(1) NULL,
        young tinyint(1) NULL,
        college tinyint(1) NULL,
        trainee_unit_id int unsigned NOT NULL,
        host_unit_id int unsigned NOT NULL,
        venue_unit_id int unsigned NOT NULL,
        PRIMARY KEY (class_id, counting_session_id, person_id),
        KEY ix_participations_trainee (trainee_unit_id, month, kind, audience, person_id),
        KEY ix_participations_host (host_unit_id, month, kind, audience, person_id),
        KEY ix_participations_venue (venue_unit_id, month, kind, audience, person_id),
        KEY ix_participations_person (person_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS declarations (
        class_id int unsigned NOT NULL,
        session_id int unsigned NOT NULL,
        viewing_point_id int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        date date NOT NULL,
        month int unsigned NOT NULL,
        declared int unsigned NOT NULL,
        unverified int unsigned NOT NULL,
        unidentified int unsigned NOT NULL,
        trainee_unit_id int unsigned NOT NULL,
        host_unit_id int unsigned NOT NULL,
        venue_unit_id int unsigned NOT NULL,
        PRIMARY KEY (class_id, session_id, viewing_point_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS held (
        class_id int unsigned NOT NULL,
        measure varchar(12) NOT NULL,
        session_id int unsigned NOT NULL,
        basis varchar(7) NOT NULL,
        unit_id int unsigned NOT NULL,
        audience varchar(12) NOT NULL,
        kind varchar(14) NOT NULL,
        date date NOT NULL,
        month int unsigned NOT NULL,
        PRIMARY KEY (class_id, measure, session_id, basis, unit_id, audience),
        KEY ix_held_unit (basis, unit_id, month, kind),
        CONSTRAINT ck_held_measure CHECK (measure IN ('batches','sessionsHeld','visits'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS left_out (
        class_id int unsigned NOT NULL,
        session_id int unsigned NOT NULL,
        reason varchar(24) NOT NULL,
        audience varchar(12) NOT NULL,
        trainee_unit_id int unsigned NOT NULL,
        host_unit_id int unsigned NOT NULL,
        venue_unit_id int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        month int unsigned NOT NULL,
        facts int unsigned NOT NULL,
        PRIMARY KEY (class_id, session_id, reason, audience, trainee_unit_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS class_cells (
        class_id int unsigned NOT NULL,
        basis varchar(7) NOT NULL,
        level varchar(8) NOT NULL,
        unit_id int unsigned NOT NULL,
        month int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        batches int NOT NULL DEFAULT 0,
        sessions_held int NOT NULL DEFAULT 0,
        visits int NOT NULL DEFAULT 0,
        registered int NOT NULL DEFAULT 0,
        declared int NOT NULL DEFAULT 0,
        unverified int NOT NULL DEFAULT 0,
        unidentified int NOT NULL DEFAULT 0,
        attendances int NOT NULL DEFAULT 0,
        PRIMARY KEY (class_id, basis, level, unit_id, month, kind, audience)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS figure_cells (
        basis varchar(7) NOT NULL,
        level varchar(8) NOT NULL,
        unit_id int unsigned NOT NULL,
        month int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        batches int NOT NULL DEFAULT 0,
        sessions_held int NOT NULL DEFAULT 0,
        visits int NOT NULL DEFAULT 0,
        registered int NOT NULL DEFAULT 0,
        declared int NOT NULL DEFAULT 0,
        unverified int NOT NULL DEFAULT 0,
        unidentified int NOT NULL DEFAULT 0,
        attendances int NOT NULL DEFAULT 0,
        PRIMARY KEY (basis, level, unit_id, month, kind, audience)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS person_sets (
        basis varchar(7) NOT NULL,
        unit_id int unsigned NOT NULL,
        month int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        persons mediumblob NOT NULL,
        PRIMARY KEY (basis, unit_id, month, kind, audience)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS compiled_classes (
        class_id int unsigned NOT NULL,
        compiled_at datetime(3) NOT NULL,
        rule_version varchar(10) NOT NULL,
        facts int unsigned NOT NULL,
        PRIMARY KEY (class_id),
        KEY ix_compiled_classes_at (compiled_at)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS compiled_classes');
    await db.query('DROP TABLE IF EXISTS person_sets');
    await db.query('DROP TABLE IF EXISTS figure_cells');
    await db.query('DROP TABLE IF EXISTS class_cells');
    await db.query('DROP TABLE IF EXISTS left_out');
    await db.query('DROP TABLE IF EXISTS held');
    await db.query('DROP TABLE IF EXISTS declarations');
    await db.query('DROP TABLE IF EXISTS participations');
    await db.query('DROP TABLE IF EXISTS attendances');
  }
}
