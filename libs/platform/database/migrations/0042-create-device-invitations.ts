import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Codes by which a phone becomes somebody's device, each for one phone. */
export class CreateDeviceInvitations1640995241000 implements MigrationInterface {
  name = 'CreateDeviceInvitations1640995241000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS device_invitations (
        id int unsigned NOT NULL AUTO_INCREMENT,
        user_id int unsigned NOT NULL,
        code_hash binary(32) NOT NULL,
        expires_at datetime(3) NOT NULL,
        device_uuid binary(16) NULL,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_device_invitations_code (code_hash),
        KEY ix_device_invitations_user (user_id, device_uuid),
        KEY ix_device_invitations_expired (expires_at),
        CONSTRAINT fk_device_invitations_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS device_invitations');
  }
}
