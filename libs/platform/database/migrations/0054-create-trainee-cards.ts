import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The card that a person holds: its code sealed, since whoever reads it can print the card, and the digest that phones know it by. */
export class CreateTraineeCards1640995253000 implements MigrationInterface {
  name = 'CreateTraineeCards1640995253000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS trainee_cards (
        person_id int unsigned NOT NULL,
        code_sealed varbinary(80) NOT NULL,
        digest binary(9) NOT NULL,
        issued_at datetime(3) NOT NULL,
        PRIMARY KEY (person_id),
        UNIQUE KEY uq_trainee_cards_digest (digest),
        CONSTRAINT fk_trainee_cards_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS trainee_cards');
  }
}
