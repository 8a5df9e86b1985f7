import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { cardDigest } from '#contract';
import { now } from '#platform/clock';
import { type Db, insertRows, numbersOf } from '#platform/database';
import { Secrecy } from '#platform/secrecy';

@Injectable()
export class TraineeCardRepository {
  constructor(private readonly secrecy: Secrecy) {}

  /** The codes of the cards that these people hold; who has none is left out. */
  async codesOf(db: Db, personIds: readonly number[]): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const rows: { id: number; sealed: Buffer }[] = await db.query(
      `SELECT person_id AS id, code_sealed AS sealed FROM trainee_cards WHERE person_id IN ${numbersOf(personIds)}`,
    );
    return new Map(rows.map(({ id, sealed }) => [id, this.secrecy.open(sealed)]));
  }

  /** By what phones know the cards of these people. */
  async digestsOf(db: Db, personIds: readonly number[]): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const rows: { id: number; digest: Buffer }[] = await db.query(
      `SELECT person_id AS id, digest FROM trainee_cards WHERE person_id IN ${numbersOf(personIds)}`,
    );
    return new Map(rows.map(({ id, digest }) => [id, digest.toString('base64url')]));
  }

  /** A card for each of these: of two who issue at once, the first stands. */
  async issue(db: Db, personIds: readonly number[]): Promise<void> {
    await insertRows(db, 'trainee_cards', await this.drawn(personIds), 'person_id = person_id');
  }

  /** Another card in the place of the one that was lost. */
  async renew(db: Db, personId: number): Promise<void> {
    const changes = 'code_sealed = VALUES(code_sealed), digest = VALUES(digest), issued_at = VALUES(issued_at)';
    await insertRows(db, 'trainee_cards', await this.drawn([personId]), changes);
  }

  private drawn(personIds: readonly number[]) {
    const issued_at = now();
    return Promise.all(
      personIds.map(async (person_id) => {
        const code = randomBytes(16).toString('base64url');
        const digest = Buffer.from(await cardDigest(code), 'base64url');
        return { person_id, code_sealed: this.secrecy.seal(code), digest, issued_at };
      }),
    );
  }
}
