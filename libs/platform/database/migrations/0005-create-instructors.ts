import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Teachers and their tags. */
export class CreateInstructors1640995204000 implements MigrationInterface {
  name = 'CreateInstructors1640995204000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS instructors (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(60) NOT NULL,
        unit_id int unsigned NOT NULL,
        person_id int unsigned NULL,
        engagement varchar(10) NOT NULL,
        title varchar(60) NULL,
        organisation varchar(100) NULL,
        specialty varchar(200) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_instructors_code (code),
        KEY ix_instructors_unit (unit_id),
        KEY ix_instructors_name (name),
        KEY ix_instructors_person (person_id),
        CONSTRAINT fk_instructors_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_instructors_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_instructors_engagement CHECK (engagement IN ('fullTime','partTime','guest'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS instructor_tags (
        instructor_id int unsigned NOT NULL,
        tag varchar(20) NOT NULL,
        PRIMARY KEY (instructor_id, tag),
        CONSTRAINT fk_instructor_tags_instructor FOREIGN KEY (instructor_id) REFERENCES instructors (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS instructor_tags');
    await db.query('DROP TABLE IF EXISTS instructors');
  }
}
