import { Injectable } from '@nestjs/common';
import { ask, type Db, listOf, numbersOf, question } from '#platform/database';
import { type PersonFacts } from './person-facts.js';

/** What attendance and statistics ask about people: who counts as whom, and what they were when. Constant numbers of queries. */
@Injectable()
export class PeopleInCounting {
  /** Each of these records → the record it counts as, over any number of merges. */
  async canonicalOf(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
    const canonical = new Map(ids.map((id) => [id, id]));
    // A step for each merge on the way; nearly always nobody was merged, and the first finds that.
    for (let [asked, depth] = [ids, 0]; asked.length > 0 && depth < 100; depth++) {
      const rows: { id: number; canonicalId: number }[] = await db.query(
        `SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN ${numbersOf(asked)}`,
      );
      const step = new Map(rows.map((row) => [row.id, row.canonicalId]));
      for (const [start, id] of canonical) canonical.set(start, step.get(id) ?? id);
      asked = [...new Set(step.values())];
    }
    return canonical;
  }

  /** The same, were these records merged into another one: nothing is written. */
  supposing(records: ReadonlySet<number>, into: number): PeopleInCounting {
    const supposed = new PeopleInCounting();
    supposed.canonicalOf = async (db, ids) =>
      new Map([...(await this.canonicalOf(db, ids))].map(([id, as]) => [id, records.has(id) ? into : as]));
    return supposed;
  }

  /** All records that count as one of these canonical people, themselves included → that canonical person. */
  async withAliases(db: Db, canonicalIds: readonly number[]): Promise<Map<number, number>> {
    const records = new Map(canonicalIds.map((id) => [id, id]));
    if (canonicalIds.length === 0) return records;
    const rows: { root: number; id: number }[] = await db.query(
      `WITH RECURSIVE chain AS (
         SELECT a.canonical_id AS root, a.person_id AS id, 1 AS depth FROM person_aliases a WHERE a.canonical_id IN ${listOf(canonicalIds)}
         UNION ALL
         SELECT c.root, a.person_id, c.depth + 1 FROM chain c JOIN person_aliases a ON a.canonical_id = c.id WHERE c.depth < 100
       ) SELECT root, id FROM chain`,
      [...canonicalIds],
    );
    for (const row of rows) records.set(row.id, row.root);
    return records;
  }

  /**
   * Who counts as whom around these records, at one moment: each of them → whom it counts as, and every record that counts as one of those.
   * Where nobody was merged, which is nearly always, the first question answers it. The second asks for all merges around in one statement:
   * read step by step, a merge done in between would leave its records in nobody's group.
   */
  async standFor(db: Db, ids: readonly number[]): Promise<{ canonical: Map<number, number>; records: Map<number, number> }> {
    const themselves = new Map(ids.map((id) => [id, id]));
    if (ids.length === 0) return { canonical: themselves, records: themselves };
    const these = numbersOf(ids);
    const [merged] = await db.query(
      `SELECT 1 FROM person_aliases WHERE person_id IN ${these} UNION ALL SELECT 1 FROM person_aliases WHERE canonical_id IN ${these} LIMIT 1`,
    );
    if (!merged) return { canonical: themselves, records: themselves };
    const merges: { id: number; canonicalId: number }[] = await db.query(
      `WITH RECURSIVE kin (id) AS (
         SELECT id FROM people WHERE id IN ${these}
         UNION SELECT a.canonical_id FROM kin JOIN person_aliases a ON a.person_id = kin.id
         UNION SELECT a.person_id FROM kin JOIN person_aliases a ON a.canonical_id = kin.id
       ) SELECT a.person_id AS id, a.canonical_id AS canonicalId FROM kin JOIN person_aliases a ON a.person_id = kin.id`,
    );
    const into = new Map(merges.map((one) => [one.id, one.canonicalId]));
    const rootOf = (id: number): number => {
      let root = id;
      for (let depth = 0; into.has(root) && depth < 100; depth++) root = into.get(root)!;
      return root;
    };
    const canonical = new Map(ids.map((id) => [id, rootOf(id)]));
    const everybody = [...canonical.values(), ...into.keys()];
    return { canonical, records: new Map(everybody.map((id) => [id, rootOf(id)])) };
  }

  async personFacts(db: Db, ids: readonly number[]): Promise<Map<number, PersonFacts>> {
    if (ids.length === 0) return new Map();
    const these = numbersOf(ids);
    const [people, units, positions] = await ask(
      db,
      question<Omit<PersonFacts, 'units' | 'positions'>>(
        `SELECT id, unit_id AS unitId, gender, born, minority, education, party_from AS partyFrom, party_until AS partyUntil FROM people WHERE id IN ${these}`,
      ),
      question<{ person_id: number; from: string; unitId: number }>(
        `SELECT person_id, valid_from AS \`from\`, unit_id AS unitId FROM person_units WHERE person_id IN ${these} ORDER BY person_id, valid_from`,
      ),
      question<{ person_id: number } & PersonFacts['positions'][number]>(
        `SELECT person_id, kind, valid_from AS \`from\`, valid_to AS \`to\` FROM positions WHERE person_id IN ${these}`,
      ),
    );
    const facts = new Map(
      people.map((row): [number, PersonFacts] => [
        row.id,
        { ...row, minority: row.minority === null ? null : Boolean(row.minority), units: [], positions: [] },
      ]),
    );
    for (const { person_id, from, unitId } of units) facts.get(person_id)?.units.push({ from, unitId });
    for (const { person_id, kind, from, to } of positions) facts.get(person_id)?.positions.push({ kind, from, to });
    return facts;
  }
}
