import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reads as a hash, and is that of nobody's password: its digest is all zeros. */
const nobodys = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** An account that only a phone was invited for has no password: nobody signs in with it until it is given one. */
export class AllowNoPassword1640995242000 implements MigrationInterface {
  name = 'AllowNoPassword1640995242000';
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE users MODIFY password_hash varchar(200) NULL');
    await db.query('UPDATE users SET password_hash = NULL WHERE password_hash = ?', [nobodys]);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('UPDATE users SET password_hash = ? WHERE password_hash IS NULL', [nobodys]);
    await db.query('ALTER TABLE users MODIFY password_hash varchar(200) NOT NULL');
  }
}
