import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A phone's own token names its phone: it is asked for together with the token, and ends with it. */
export class GivePhonesTokens1640995240000 implements MigrationInterface {
  name = 'GivePhonesTokens1640995240000';
  async up(db: QueryRunner): Promise<void> {
    if (await db.hasColumn('tokens', 'device_id')) return;
    await db.query(`
      ALTER TABLE tokens
        ADD COLUMN device_id int unsigned NULL,
        ADD KEY ix_tokens_device (device_id),
        ADD CONSTRAINT fk_tokens_device FOREIGN KEY (device_id) REFERENCES devices (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        DROP CONSTRAINT ck_tokens_kind,
        ADD CONSTRAINT ck_tokens_known_kind CHECK (kind IN ('bearer','cookie','device'))`);
  }
  async down(db: QueryRunner): Promise<void> {
    if (!(await db.hasColumn('tokens', 'device_id'))) return;
    await db.query("DELETE FROM tokens WHERE kind = 'device'");
    await db.query(`
      ALTER TABLE tokens
        DROP CONSTRAINT ck_tokens_known_kind,
        ADD CONSTRAINT ck_tokens_kind CHECK (kind IN ('bearer','cookie')),
        DROP FOREIGN KEY fk_tokens_device,
        DROP KEY ix_tokens_device,
        DROP COLUMN device_id`);
  }
}
