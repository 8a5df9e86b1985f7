import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reusable content, without dates. */
export class CreateCourses1640995206000 implements MigrationInterface {
  name = 'CreateCourses1640995206000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS courses (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(100) NOT NULL,
        kind varchar(14) NOT NULL,
        unit_id int unsigned NOT NULL,
        subject varchar(100) NULL,
        outline text NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_courses_code (code),
        KEY ix_courses_unit (unit_id),
        CONSTRAINT fk_courses_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_courses_kind CHECK (kind IN ('online','thematic','practical','demonstration'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS courses');
  }
}
