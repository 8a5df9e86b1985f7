import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Classes and their sessions, with everything that takes part in one. */
export class CreateSchedule1640995207000 implements MigrationInterface {
  name = 'CreateSchedule1640995207000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS series (
        id int unsigned NOT NULL AUTO_INCREMENT,
        name varchar(100) NOT NULL,
        unit_id int unsigned NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_series_name (unit_id, name),
        CONSTRAINT fk_series_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS classes (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(120) NOT NULL,
        kind varchar(14) NOT NULL,
        delivery_mode varchar(10) NOT NULL,
        roster varchar(6) NOT NULL,
        state varchar(10) NOT NULL,
        core_programme tinyint(1) NOT NULL DEFAULT 0,
        series_id int unsigned NULL,
        run_number smallint unsigned NULL,
        course_id int unsigned NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        host_unit_id int unsigned NOT NULL,
        delivering_unit_id int unsigned NULL,
        village_id int unsigned NULL,
        head_user_id int unsigned NULL,
        contact varchar(100) NULL,
        closed_at datetime(3) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_classes_code (code),
        UNIQUE KEY uq_classes_series_run (series_id, run_number),
        KEY ix_classes_host (host_unit_id),
        KEY ix_classes_delivering (delivering_unit_id),
        KEY ix_classes_village (village_id, kind, starts_on),
        KEY ix_classes_course (course_id),
        KEY ix_classes_head (head_user_id),
        KEY ix_classes_dates (starts_on, ends_on),
        CONSTRAINT fk_classes_series FOREIGN KEY (series_id) REFERENCES series (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_classes_course FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_classes_host FOREIGN KEY (host_unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_classes_delivering FOREIGN KEY (delivering_unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_classes_village FOREIGN KEY (village_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_classes_head FOREIGN KEY (head_user_id) REFERENCES users (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_classes_dates CHECK (ends_on >= starts_on),
        CONSTRAINT ck_classes_kind CHECK (kind IN ('online','thematic','practical','demonstration')),
        CONSTRAINT ck_classes_delivery_mode CHECK (delivery_mode IN ('inPerson','live','homeVisit')),
        CONSTRAINT ck_classes_roster CHECK (roster IN ('open','closed')),
        CONSTRAINT ck_classes_state CHECK (state IN ('draft','published','running','closed','cancelled','void'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS class_units (
        class_id int unsigned NOT NULL,
        role varchar(10) NOT NULL,
        position smallint unsigned NOT NULL,
        unit_id int unsigned NOT NULL,
        PRIMARY KEY (class_id, role, position),
        UNIQUE KEY uq_class_units_once (class_id, role, unit_id),
        KEY ix_class_units_unit (unit_id),
        CONSTRAINT fk_class_units_class FOREIGN KEY (class_id) REFERENCES classes (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_class_units_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_class_units_role CHECK (role IN ('host','supporting'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS sessions (
        id int unsigned NOT NULL AUTO_INCREMENT,
        lead_class_id int unsigned NOT NULL,
        code varchar(40) NULL,
        topic varchar(120) NOT NULL,
        date date NOT NULL,
        day_part varchar(8) NOT NULL,
        starts_at time NULL,
        ends_at time NULL,
        state varchar(10) NOT NULL DEFAULT 'scheduled',
        course_id int unsigned NULL,
        site_id int unsigned NULL,
        route_id int unsigned NULL,
        place varchar(120) NULL,
        for_unit_id int unsigned NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_sessions_code (lead_class_id, code),
        KEY ix_sessions_date (date),
        KEY ix_sessions_site (site_id, date),
        KEY ix_sessions_route (route_id, date),
        KEY ix_sessions_course (course_id),
        KEY ix_sessions_for_unit (for_unit_id),
        CONSTRAINT fk_sessions_lead_class FOREIGN KEY (lead_class_id) REFERENCES classes (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_sessions_course FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_sessions_site FOREIGN KEY (site_id) REFERENCES teaching_sites (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_sessions_route FOREIGN KEY (route_id) REFERENCES learning_routes (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_sessions_for_unit FOREIGN KEY (for_unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_sessions_day_part CHECK (day_part IN ('am','pm','evening')),
        CONSTRAINT ck_sessions_state CHECK (state IN ('scheduled','cancelled','void')),
        CONSTRAINT ck_sessions_times CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS session_classes (
        session_id int unsigned NOT NULL,
        class_id int unsigned NOT NULL,
        PRIMARY KEY (session_id, class_id),
        KEY ix_session_classes_class (class_id),
        CONSTRAINT fk_session_classes_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_session_classes_class FOREIGN KEY (class_id) REFERENCES classes (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS session_instructors (
        session_id int unsigned NOT NULL,
        instructor_id int unsigned NOT NULL,
        PRIMARY KEY (session_id, instructor_id),
        KEY ix_session_instructors_instructor (instructor_id),
        CONSTRAINT fk_session_instructors_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_session_instructors_instructor FOREIGN KEY (instructor_id) REFERENCES instructors (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS checkpoints (
        session_id int unsigned NOT NULL,
        position smallint unsigned NOT NULL,
        site_id int unsigned NOT NULL,
        reached_at datetime(3) NULL,
        PRIMARY KEY (session_id, position),
        KEY ix_checkpoints_site (site_id),
        CONSTRAINT fk_checkpoints_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_checkpoints_site FOREIGN KEY (site_id) REFERENCES teaching_sites (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS viewing_points (
        id int unsigned NOT NULL AUTO_INCREMENT,
        session_id int unsigned NOT NULL,
        name varchar(100) NOT NULL,
        for_unit_id int unsigned NOT NULL,
        site_id int unsigned NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_viewing_points_name (session_id, name),
        KEY ix_viewing_points_for_unit (for_unit_id),
        KEY ix_viewing_points_site (site_id),
        CONSTRAINT fk_viewing_points_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_viewing_points_for_unit FOREIGN KEY (for_unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_viewing_points_site FOREIGN KEY (site_id) REFERENCES teaching_sites (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS viewing_points');
    await db.query('DROP TABLE IF EXISTS checkpoints');
    await db.query('DROP TABLE IF EXISTS session_instructors');
    await db.query('DROP TABLE IF EXISTS session_classes');
    await db.query('DROP TABLE IF EXISTS sessions');
    await db.query('DROP TABLE IF EXISTS class_units');
    await db.query('DROP TABLE IF EXISTS classes');
    await db.query('DROP TABLE IF EXISTS series');
  }
}
