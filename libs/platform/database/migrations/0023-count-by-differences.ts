import { type MigrationInterface, type QueryRunner } from 'typeorm';

const engine = 'ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci';

/**
 * A compile works differences in: what was held is one row, people are kept as numbers for months and years, and as sets by where they are from;
 * what a class gave follows from its rows. Everything that was compiled is compiled anew: no class is of these rules yet.
 */
export class CountByDifferences1640995222000 implements MigrationInterface {
  name = 'CountByDifferences1640995222000';
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['class_cells', 'held', 'person_sets']) await db.query(`DROP TABLE IF EXISTS ${table}`);
    await db.query(`
      CREATE TABLE held (
        class_id int unsigned NOT NULL,
        measure varchar(12) NOT NULL,
        session_id int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        date date NOT NULL,
        month int unsigned NOT NULL,
        host_unit_id int unsigned NOT NULL,
        venue_unit_id int unsigned NOT NULL,
        touched mediumtext NOT NULL,
        PRIMARY KEY (class_id, measure, session_id),
        KEY ix_held_month (measure, month, kind)
      ) ${engine}`);
    await db.query(`
      CREATE TABLE person_sets (
        month int unsigned NOT NULL,
        unit_id int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        persons mediumblob NOT NULL,
        PRIMARY KEY (month, unit_id, kind, audience)
      ) ${engine}`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS people_cells (
        basis varchar(7) NOT NULL,
        level varchar(8) NOT NULL,
        unit_id int unsigned NOT NULL,
        period int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        people int NOT NULL DEFAULT 0,
        PRIMARY KEY (basis, level, unit_id, period, kind, audience)
      ) ${engine}`);
    await db.query(`CREATE TABLE IF NOT EXISTS counted_people (person_id int unsigned NOT NULL, PRIMARY KEY (person_id)) ${engine}`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS recounts (
        id tinyint unsigned NOT NULL,
        next_class_id int unsigned NULL,
        version varchar(20) NULL,
        owner varchar(40) NULL,
        lease_until datetime(3) NULL,
        PRIMARY KEY (id),
        CONSTRAINT ck_recounts_one_row CHECK (id = 1)
      ) ${engine}`);
    await db.query('INSERT IGNORE INTO recounts (id) VALUES (1)');
    await db.query(`CREATE TABLE IF NOT EXISTS recount_touched (class_id int unsigned NOT NULL, PRIMARY KEY (class_id)) ${engine}`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS recount_tally (
        basis varchar(7) NOT NULL,
        month int unsigned NOT NULL,
        unit_id int unsigned NOT NULL,
        kind varchar(14) NOT NULL,
        audience varchar(12) NOT NULL,
        persons mediumblob NOT NULL,
        PRIMARY KEY (basis, month, unit_id, kind, audience)
      ) ${engine}`);
    for (const table of ['participations', 'attendances', 'declarations', 'left_out', 'figure_cells'])
      await db.query(`TRUNCATE TABLE ${table}`);
    await db.query('ALTER TABLE participations DROP KEY ix_participations_person, ADD KEY ix_participations_person (person_id, month)');
    await db.query("UPDATE compiled_classes SET rule_version = ''");
    // Owed from the first moment on, whichever program starts first.
    await db.query(
      "INSERT INTO outbox (job, job_key) SELECT 'compile-class', class_id FROM compiled_classes ON DUPLICATE KEY UPDATE seq = seq + 1",
    );
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of ['recount_tally', 'recount_touched', 'recounts', 'counted_people', 'people_cells', 'person_sets', 'held'])
      await db.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
