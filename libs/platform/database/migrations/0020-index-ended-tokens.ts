import { type MigrationInterface, type QueryRunner } from 'typeorm';

const indexes = [
  ['ix_tokens_expired', 'expires_at'],
  ['ix_tokens_revoked', 'revoked_at'],
] as const;

/** By these the sweep finds the tokens that ended long ago. */
export class IndexEndedTokens1640995219000 implements MigrationInterface {
  name = 'IndexEndedTokens1640995219000';
  async up(db: QueryRunner): Promise<void> {
    for (const [name, column] of indexes) if (!(await stands(db, name))) await db.query(`ALTER TABLE tokens ADD KEY ${name} (${column})`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const [name] of indexes) if (await stands(db, name)) await db.query(`ALTER TABLE tokens DROP KEY ${name}`);
  }
}

/** A migration that died half-way is applied again. */
const stands = async (db: QueryRunner, name: string): Promise<boolean> =>
  (
    await db.query(
      "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'tokens' AND index_name = ?",
      [name],
    )
  ).length > 0;
