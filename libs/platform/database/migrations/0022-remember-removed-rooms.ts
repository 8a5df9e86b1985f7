import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Rooms that were taken away: a phone that was offline meanwhile still names them. */
export class RememberRemovedRooms1640995221000 implements MigrationInterface {
  name = 'RememberRemovedRooms1640995221000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS removed_viewing_points (
        id int unsigned NOT NULL,
        session_id int unsigned NOT NULL,
        PRIMARY KEY (id),
        KEY ix_removed_viewing_points_session (session_id),
        CONSTRAINT fk_removed_viewing_points_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS removed_viewing_points');
  }
}
