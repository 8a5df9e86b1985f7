import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Answers kept for repeats, work for later, the audit trail, files and imports. */
export class CreatePlatform1640995200000 implements MigrationInterface {
  name = 'CreatePlatform1640995200000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS idempotency_keys (
        user_id int unsigned NOT NULL,
        idempotency_key varchar(80) NOT NULL,
        route varchar(120) NOT NULL,
        body_hash binary(32) NOT NULL,
        answer json NULL,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (user_id, idempotency_key),
        KEY ix_idempotency_keys_age (created_at)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS outbox (
        id int unsigned NOT NULL AUTO_INCREMENT,
        job varchar(40) NOT NULL,
        job_key varchar(40) NOT NULL,
        seq int unsigned NOT NULL DEFAULT 1,
        done_seq int unsigned NOT NULL DEFAULT 0,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        due_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        lease_owner varchar(40) NULL,
        lease_until datetime(3) NULL,
        attempts int unsigned NOT NULL DEFAULT 0,
        last_error varchar(500) NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_outbox_one_row_per_work (job, job_key),
        KEY ix_outbox_due (due_at)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS audit_entries (
        id int unsigned NOT NULL AUTO_INCREMENT,
        at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        user_id int unsigned NULL,
        action varchar(60) NOT NULL,
        subject varchar(40) NOT NULL,
        subject_id varchar(40) NOT NULL,
        facts json NULL,
        request_id varchar(40) NOT NULL,
        PRIMARY KEY (id),
        KEY ix_audit_entries_subject (subject, subject_id),
        KEY ix_audit_entries_user (user_id, at)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS files (
        id int unsigned NOT NULL AUTO_INCREMENT,
        name varchar(200) NOT NULL,
        media_type varchar(100) NOT NULL,
        size int unsigned NOT NULL,
        sha256 binary(32) NOT NULL,
        created_by int unsigned NULL,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS file_chunks (
        file_id int unsigned NOT NULL,
        position int unsigned NOT NULL,
        sealed mediumblob NOT NULL,
        PRIMARY KEY (file_id, position),
        CONSTRAINT fk_file_chunks_file FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS imports (
        id int unsigned NOT NULL AUTO_INCREMENT,
        kind varchar(20) NOT NULL,
        file_id int unsigned NOT NULL,
        user_id int unsigned NULL,
        unit_id int unsigned NULL,
        scope_path varchar(191) NOT NULL,
        state varchar(12) NOT NULL,
        record_date date NULL,
        rows_total int unsigned NOT NULL DEFAULT 0,
        rows_done int unsigned NOT NULL DEFAULT 0,
        rows_create int unsigned NOT NULL DEFAULT 0,
        rows_update int unsigned NOT NULL DEFAULT 0,
        rows_unchanged int unsigned NOT NULL DEFAULT 0,
        rows_faulty int unsigned NOT NULL DEFAULT 0,
        fault varchar(40) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        finished_at datetime(3) NULL,
        PRIMARY KEY (id),
        KEY ix_imports_user (user_id),
        CONSTRAINT fk_imports_file FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_imports_state CHECK (state IN ('checking','checked','applying','applied','reverting','reverted','failed'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS import_rows (
        import_id int unsigned NOT NULL,
        position int unsigned NOT NULL,
        sheet varchar(40) NOT NULL,
        row_no int unsigned NOT NULL,
        verdict varchar(10) NOT NULL,
        faults json NULL,
        effects json NULL,
        PRIMARY KEY (import_id, position),
        CONSTRAINT fk_import_rows_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT ck_import_rows_verdict CHECK (verdict IN ('create','update','unchanged','faulty'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS import_rows');
    await db.query('DROP TABLE IF EXISTS imports');
    await db.query('DROP TABLE IF EXISTS file_chunks');
    await db.query('DROP TABLE IF EXISTS files');
    await db.query('DROP TABLE IF EXISTS audit_entries');
    await db.query('DROP TABLE IF EXISTS outbox');
    await db.query('DROP TABLE IF EXISTS idempotency_keys');
  }
}
