import { Injectable } from '@nestjs/common';
import { type MoveInvitedAccounts } from '#accounts';
import { type Engagement, type InstructorTag } from '#contract';
import { type Db, insertRows, listOf } from '#platform/database';
import { Refusal } from '#platform/refusal';
import {
  type Condition,
  inSubtrees,
  type Keeping,
  Register,
  type RegisterFields,
  registerKey,
  type RegisterRow,
  type Subtrees,
} from '#units';

export interface InstructorRow extends RegisterRow {
  personId: number | null;
  engagement: Engagement;
  title: string | null;
  organisation: string | null;
  specialty: string | null;
  /** In alphabetical order. */
  tags: InstructorTag[];
}

export interface KnownPerson {
  id: number;
  code: string | null;
  name: string;
  accessPath: string;
}

export const withTag = (tag: InstructorTag): Condition => ({
  sql: 'EXISTS (SELECT 1 FROM instructor_tags t WHERE t.instructor_id = r.id AND t.tag = ?)',
  parameters: [tag],
});

export const ofEngagement = (engagement: Engagement): Condition => ({ sql: 'r.engagement = ?', parameters: [engagement] });

@Injectable()
export class InstructorRepository extends Register<InstructorRow> {
  constructor() {
    super('instructors', {
      personId: 'person_id',
      engagement: 'engagement',
      title: 'title',
      organisation: 'organisation',
      specialty: 'specialty',
    });
  }

  protected override async withParts(db: Db, rows: InstructorRow[]): Promise<InstructorRow[]> {
    const tags: { id: number; tag: InstructorTag }[] = await db.query(
      `SELECT instructor_id AS id, tag FROM instructor_tags WHERE instructor_id IN ${listOf(rows)} ORDER BY tag`,
      rows.map((row) => row.id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) row.tags = [];
    for (const { id, tag } of tags) byId.get(id)!.tags.push(tag);
    return rows;
  }

  override async writeParts(db: Db, items: readonly { id: number; fields: RegisterFields<InstructorRow> }[]): Promise<void> {
    const tagged = items.flatMap(({ id, fields }) => (fields.tags ? [{ id, tags: fields.tags }] : []));
    if (tagged.length === 0) return;
    await db.query(
      `DELETE FROM instructor_tags WHERE instructor_id IN ${listOf(tagged)}`,
      tagged.map(({ id }) => id),
    );
    await insertRows(
      db,
      'instructor_tags',
      tagged.flatMap(({ id, tags }) => tags.map((tag) => ({ instructor_id: id, tag }))),
    );
  }

  /** Persons by `registerKey` of their code, wherever they belong. */
  async peopleByCodes(db: Db, codes: readonly string[]): Promise<Map<string, KnownPerson>> {
    const rows: KnownPerson[] = await db.query(
      `SELECT p.id, p.code, p.name, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p.code IN ${listOf(codes)}`,
      [...codes],
    );
    return new Map(rows.map((row) => [registerKey(row.code!), row]));
  }

  /** @throws Refusal referenceUnknown when the person is not of the county. */
  async demandPerson(db: Db, shared: Subtrees, personId: number): Promise<void> {
    const [row] = await db.query('SELECT u.access_path AS path FROM people p JOIN units u ON u.id = p.unit_id WHERE p.id = ?', [personId]);
    if (!row || !inSubtrees(shared, row.path)) throw new Refusal('referenceUnknown', { fields: [{ field: 'personId', fault: 'unknown' }] });
  }

  /** Of these, one that signs in with an account. */
  async oneWithAccount(db: Db, ids: readonly number[]): Promise<number | null> {
    const [row] = await db.query(`SELECT instructor_id AS id FROM users WHERE instructor_id IN ${listOf(ids)} LIMIT 1`, [...ids]);
    return row?.id ?? null;
  }
}

export const keepInstructors = (register: InstructorRepository, accounts?: MoveInvitedAccounts): Keeping<InstructorRow> => ({
  noun: 'instructor',
  register,
  moved: accounts && ((db, ctx, id) => accounts.within(db, ctx, [id])),
  personal: ['name', 'personId', 'title', 'organisation', 'specialty'],
  judge: async (db, shared, { personId }) => {
    if (personId) await register.demandPerson(db, shared, personId);
  },
});
