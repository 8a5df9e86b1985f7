import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Marks and head counts as they were made, what they replace, and what somebody decided about them. */
export class CreateAttendance1640995209000 implements MigrationInterface {
  name = 'CreateAttendance1640995209000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS marks (
        session_id int unsigned NOT NULL,
        id binary(16) NOT NULL,
        slot smallint unsigned NOT NULL,
        person_id int unsigned NULL,
        walk_in_name varchar(60) NULL,
        walk_in_village varchar(60) NULL,
        walk_in_phone_tail varchar(4) NULL,
        viewing_point_id int unsigned NULL,
        status varchar(9) NOT NULL,
        method varchar(9) NOT NULL,
        origin varchar(7) NOT NULL,
        device_at datetime(3) NOT NULL,
        received_at datetime(3) NOT NULL,
        recorded_on date NULL,
        is_late tinyint(1) NOT NULL,
        user_id int unsigned NULL,
        device_id int unsigned NULL,
        note varchar(200) NULL,
        reason varchar(100) NULL,
        witness varchar(60) NULL,
        review varchar(24) NULL,
        body_hash binary(16) NOT NULL,
        PRIMARY KEY (session_id, id),
        UNIQUE KEY uq_marks_id (id),
        KEY ix_marks_person (person_id),
        CONSTRAINT fk_marks_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_marks_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_marks_somebody CHECK ((person_id IS NULL) <> (walk_in_name IS NULL)),
        CONSTRAINT ck_marks_status CHECK (status IN ('present','late','leftEarly','onLeave','absent'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS mark_replacements (
        session_id int unsigned NOT NULL,
        replaced_id binary(16) NOT NULL,
        mark_id binary(16) NOT NULL,
        PRIMARY KEY (session_id, replaced_id, mark_id),
        KEY ix_mark_replacements_mark (mark_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS mark_decisions (
        mark_id binary(16) NOT NULL,
        session_id int unsigned NOT NULL,
        decision varchar(8) NOT NULL,
        person_id int unsigned NULL,
        decided_by int unsigned NULL,
        decided_at datetime(3) NOT NULL,
        PRIMARY KEY (mark_id),
        KEY ix_mark_decisions_session (session_id),
        KEY ix_mark_decisions_person (person_id),
        CONSTRAINT fk_mark_decisions_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_mark_decisions CHECK (decision IN ('admit','reject','match'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS head_counts (
        session_id int unsigned NOT NULL,
        id binary(16) NOT NULL,
        viewing_point_id int unsigned NULL,
        mode varchar(7) NOT NULL,
        heads int unsigned NOT NULL,
        method varchar(9) NOT NULL,
        counted_by varchar(60) NOT NULL,
        origin varchar(7) NOT NULL,
        device_at datetime(3) NOT NULL,
        received_at datetime(3) NOT NULL,
        recorded_on date NULL,
        is_late tinyint(1) NOT NULL,
        user_id int unsigned NULL,
        device_id int unsigned NULL,
        note varchar(200) NULL,
        review varchar(24) NULL,
        verified_at datetime(3) NULL,
        verified_by int unsigned NULL,
        body_hash binary(16) NOT NULL,
        PRIMARY KEY (session_id, id),
        UNIQUE KEY uq_head_counts_id (id),
        CONSTRAINT fk_head_counts_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_head_counts_heads CHECK (heads <= 100000),
        CONSTRAINT ck_head_counts_mode CHECK (mode IN ('replace','add'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS head_count_replacements (
        session_id int unsigned NOT NULL,
        replaced_id binary(16) NOT NULL,
        head_count_id binary(16) NOT NULL,
        PRIMARY KEY (session_id, replaced_id, head_count_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS served_sessions (
        user_id int unsigned NOT NULL,
        session_id int unsigned NOT NULL,
        served_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (user_id, session_id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS served_sessions');
    await db.query('DROP TABLE IF EXISTS head_count_replacements');
    await db.query('DROP TABLE IF EXISTS head_counts');
    await db.query('DROP TABLE IF EXISTS mark_decisions');
    await db.query('DROP TABLE IF EXISTS mark_replacements');
    await db.query('DROP TABLE IF EXISTS marks');
  }
}
