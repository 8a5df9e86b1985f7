import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Photos of sessions. Each has one of the session's twenty places; one that was removed has neither a place nor its file, and is only known
 * by its id, so that the phone is not asked for it again.
 */
export class CreatePhotos1640995255000 implements MigrationInterface {
  name = 'CreatePhotos1640995255000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS photos (
        id binary(16) NOT NULL,
        session_id int unsigned NOT NULL,
        position smallint unsigned NULL,
        file_id int unsigned NULL,
        body_hash binary(32) NOT NULL,
        device_at datetime(3) NOT NULL,
        received_at datetime(3) NOT NULL,
        user_id int unsigned NULL,
        device_id int unsigned NULL,
        from_revoked tinyint(1) NOT NULL DEFAULT 0,
        removed_at datetime(3) NULL,
        removed_by int unsigned NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_photos_position (session_id, position),
        UNIQUE KEY uq_photos_file (file_id),
        CONSTRAINT fk_photos_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_photos_file FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_photos_position CHECK (position BETWEEN 1 AND 20),
        CONSTRAINT ck_photos_removed CHECK (
          (removed_at IS NULL AND position IS NOT NULL AND file_id IS NOT NULL)
          OR (removed_at IS NOT NULL AND position IS NULL AND file_id IS NULL))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS photos');
  }
}
