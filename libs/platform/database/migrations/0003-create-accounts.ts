import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Users, what they may do and where, tokens, lock-outs and devices. */
export class CreateAccounts1640995202000 implements MigrationInterface {
  name = 'CreateAccounts1640995202000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS users (
        id int unsigned NOT NULL AUTO_INCREMENT,
        account varchar(60) NOT NULL,
        name varchar(60) NOT NULL,
        password_hash varchar(200) NOT NULL,
        instructor_id int unsigned NULL,
        disabled_at datetime(3) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_users_account (account)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS user_grants (
        user_id int unsigned NOT NULL,
        bundle varchar(20) NOT NULL,
        unit_id int unsigned NOT NULL,
        PRIMARY KEY (user_id, bundle, unit_id),
        KEY ix_user_grants_unit (unit_id),
        CONSTRAINT fk_user_grants_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_user_grants_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS tokens (
        id int unsigned NOT NULL AUTO_INCREMENT,
        user_id int unsigned NOT NULL,
        kind varchar(10) NOT NULL,
        label varchar(100) NOT NULL,
        hash binary(32) NOT NULL,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        expires_at datetime(3) NULL,
        revoked_at datetime(3) NULL,
        PRIMARY KEY (id),
        UNIQUE KEY uq_tokens_hash (hash),
        KEY ix_tokens_user (user_id),
        CONSTRAINT fk_tokens_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT ck_tokens_kind CHECK (kind IN ('bearer','cookie'))
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS sign_in_failures (
        account varchar(60) NOT NULL,
        address varchar(45) NOT NULL,
        failures int unsigned NOT NULL,
        locked_until datetime(3) NULL,
        last_at datetime(3) NOT NULL,
        PRIMARY KEY (account, address)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS devices (
        id int unsigned NOT NULL AUTO_INCREMENT,
        user_id int unsigned NOT NULL,
        device_uuid binary(16) NOT NULL,
        token_id int unsigned NULL,
        enrolled tinyint(1) NOT NULL DEFAULT 0,
        first_seen_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        last_seen_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_devices_user_device (user_id, device_uuid),
        CONSTRAINT fk_devices_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS devices');
    await db.query('DROP TABLE IF EXISTS sign_in_failures');
    await db.query('DROP TABLE IF EXISTS tokens');
    await db.query('DROP TABLE IF EXISTS user_grants');
    await db.query('DROP TABLE IF EXISTS users');
  }
}
