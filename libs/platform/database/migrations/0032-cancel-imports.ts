import { type MigrationInterface, type QueryRunner } from 'typeorm';

const states = "'checking','checked','applying','applied','reverting','reverted','failed'";
const allow = (list: string): string =>
  `ALTER TABLE imports DROP CONSTRAINT ck_imports_state, ADD CONSTRAINT ck_imports_state CHECK (state IN (${list}))`;

/** A check or an application can be called off. */
export class CancelImports1640995231000 implements MigrationInterface {
  name = 'CancelImports1640995231000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(allow(`${states},'cancelled'`));
  }
  /** Before, what was called off half-way had failed, and could be undone all the same. */
  async down(db: QueryRunner): Promise<void> {
    await db.query("UPDATE imports SET state = 'failed' WHERE state = 'cancelled'");
    await db.query(allow(states));
  }
}
