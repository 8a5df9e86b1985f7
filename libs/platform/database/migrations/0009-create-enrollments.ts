import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who is on which roster. */
export class CreateEnrollments1640995208000 implements MigrationInterface {
  name = 'CreateEnrollments1640995208000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS enrollments (
        id int unsigned NOT NULL AUTO_INCREMENT,
        class_id int unsigned NOT NULL,
        person_id int unsigned NOT NULL,
        roster_no smallint unsigned NULL,
        team varchar(40) NULL,
        enrolled_on date NOT NULL,
        removed_on date NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_enrollments_once (class_id, person_id),
        KEY ix_enrollments_person (person_id),
        CONSTRAINT fk_enrollments_class FOREIGN KEY (class_id) REFERENCES classes (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_enrollments_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS enrollments');
  }
}
