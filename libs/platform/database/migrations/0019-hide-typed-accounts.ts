import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What somebody typed as their account may be anything, a password too: a digest is kept of it. Failures count for minutes, so those of
 * before are not carried over.
 */
export class HideTypedAccounts1640995218000 implements MigrationInterface {
  name = 'HideTypedAccounts1640995218000';
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS sign_in_failures');
    await db.query(`
      CREATE TABLE sign_in_failures (
        account_digest binary(32) NOT NULL,
        address varchar(45) NOT NULL,
        failures int unsigned NOT NULL,
        locked_until datetime(3) NULL,
        last_at datetime(3) NOT NULL,
        PRIMARY KEY (account_digest, address),
        KEY ix_sign_in_failures_age (last_at)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS sign_in_failures');
    await db.query(`
      CREATE TABLE sign_in_failures (
        account varchar(60) NOT NULL,
        address varchar(45) NOT NULL,
        failures int unsigned NOT NULL,
        locked_until datetime(3) NULL,
        last_at datetime(3) NOT NULL,
        PRIMARY KEY (account, address)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
}
