import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { liveSet } from '#contract';
import { type Context } from '#platform/context';
import { type Db, listOf, uuidBytes, uuidText } from '#platform/database';
import { type RowEffect } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged } from '#schedule';
import { registerKey } from '#units';
import { factIdAgain } from './fact-id.js';

interface Fact {
  id: string;
  sessionId: string;
  personId?: unknown;
  slot?: unknown;
  viewingPointId?: unknown;
  replaces?: string[];
}

const tables = {
  marks: {
    table: 'marks',
    edges: 'mark_replacements',
    from: 'mark_id',
    where: (fact: Fact) => `${fact.sessionId}/${fact.slot}/${fact.personId}`,
    is: (fact: Fact) => fact.personId !== undefined,
    key: "CONCAT(session_id, '/', slot, '/', person_id)",
  },
  headCounts: {
    table: 'head_counts',
    edges: 'head_count_replacements',
    from: 'head_count_id',
    where: (fact: Fact) => `${fact.sessionId}/${fact.viewingPointId ?? 0}`,
    is: (fact: Fact) => fact.personId === undefined,
    key: "CONCAT(session_id, '/', COALESCE(viewing_point_id, 0))",
  },
} as const;

/** What imports have brought before: for corrections, and for taking an import back. */
@Injectable()
export class ImportedFacts {
  constructor(private readonly changed: ClassFactsChanged) {}

  /** Those whom the sender may see, or who stand on a roster of the sheet's classes. By `registerKey` of the code. */
  async peopleByCode(
    db: Db,
    scope: Scope,
    codes: readonly string[],
    classIds: readonly number[],
  ): Promise<Map<string, { id: number; name: string }>> {
    const seen = scopeCondition(scope, 'u.access_path');
    const rows: { id: number; code: string; name: string }[] = await db.query(
      `SELECT p.id, p.code, p.name FROM people p JOIN units u ON u.id = p.unit_id WHERE p.code IN ${listOf(codes)} AND (${seen.sql}
         OR EXISTS (SELECT 1 FROM enrollments e WHERE e.person_id = p.id AND e.removed_on IS NULL AND e.class_id IN ${listOf(classIds)}))`,
      [...codes, ...seen.parameters, ...classIds],
    );
    return new Map(rows.map((row) => [registerKey(row.code), row]));
  }

  /** A fact that is new names the live imported facts of the same place, so that it takes their place. */
  async nameReplaced(db: Db, facts: readonly Fact[], kind: keyof typeof tables): Promise<void> {
    const { table, edges, from, where, is, key } = tables[kind];
    const mine = facts.filter(is);
    if (mine.length === 0) return;
    const sessions = [...new Set(mine.map((fact) => Number(fact.sessionId)))];
    const rows: { id: Buffer; place: string }[] = await db.query(
      `SELECT id, ${key} AS place FROM ${table} WHERE origin = 'import' AND session_id IN ${listOf(sessions)}`,
      sessions,
    );
    const replacements: { id: Buffer; replaced: Buffer }[] = await db.query(
      `SELECT ${from} AS id, replaced_id AS replaced FROM ${edges} WHERE session_id IN ${listOf(sessions)}`,
      sessions,
    );
    const replaced = new Map<string, string[]>();
    for (const edge of replacements) replaced.set(uuidText(edge.id), [...(replaced.get(uuidText(edge.id)) ?? []), uuidText(edge.replaced)]);
    const stored = rows.map((row) => ({ id: uuidText(row.id), place: row.place, replaces: replaced.get(uuidText(row.id)) ?? [] }));
    const known = new Map(stored.map((one) => [one.id, one]));
    const live = new Map<string, string[]>();
    for (const one of liveSet(stored)) live.set(one.place, [...(live.get(one.place) ?? []), one.id]);
    for (const fact of mine) {
      const standing = live.get(where(fact)) ?? [];
      const same = standing.find((id) => id === fact.id || id === factIdAgain(fact.id, known.get(id)!.replaces));
      // Said before, corrected since, and said again: a fact of its own, or the correction would stay in force.
      if (same === undefined && known.has(fact.id)) fact.id = factIdAgain(fact.id, standing);
      else fact.id = same ?? fact.id;
      const names = same === undefined ? standing : known.get(same)!.replaces;
      if (names.length > 0) fact.replaces = [...names].sort();
    }
  }

  /** Takes imported facts back. @throws Refusal importInUse when something replaces, decides or confirms one of them, or a class has ended with them */
  async remove(db: Db, ctx: Context, effects: readonly RowEffect[]): Promise<void> {
    for (const [noun, table, edges, from] of [
      ['mark', 'marks', 'mark_replacements', 'mark_id'],
      ['headCount', 'head_counts', 'head_count_replacements', 'head_count_id'],
    ] as const) {
      const ids = effects.filter((effect) => effect.noun === noun).map((effect) => uuidBytes(String(effect.id)));
      for (let i = 0; i < ids.length; i += 500) await this.removeSome(db, ctx, ids.slice(i, i + 500), { table, edges, from });
    }
  }

  private async removeSome(
    db: Db,
    ctx: Context,
    ids: Buffer[],
    { table, edges, from }: { table: string; edges: string; from: string },
  ): Promise<void> {
    const list = listOf(ids);
    const later = await db.query(`SELECT 1 FROM ${edges} WHERE replaced_id IN ${list} AND ${from} NOT IN ${list} LIMIT 1`, [
      ...ids,
      ...ids,
    ]);
    const decided = table === 'marks' ? await db.query(`SELECT 1 FROM mark_decisions WHERE mark_id IN ${list} LIMIT 1`, ids) : [];
    const confirmed =
      table === 'head_counts'
        ? await db.query(
            `SELECT 1 FROM head_counts WHERE id IN ${list} AND verified_by IS NOT NULL AND NOT (verified_by <=> user_id) LIMIT 1`,
            ids,
          )
        : [];
    const sessions: { id: number }[] = await db.query(`SELECT DISTINCT session_id AS id FROM ${table} WHERE id IN ${list}`, ids);
    // What a class that has ended was counted by stays.
    const ended = await db.query(
      `SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id AND c.state = 'closed' WHERE sc.session_id IN ${listOf(sessions)} LIMIT 1`,
      sessions.map((row) => row.id),
    );
    if (later.length + decided.length + confirmed.length + ended.length > 0) throw new Refusal('importInUse');
    await db.query(`DELETE FROM ${edges} WHERE ${from} IN ${list}`, ids);
    await db.query(`DELETE FROM ${table} WHERE id IN ${list}`, ids);
    await this.changed.announce(db, ctx, { sessionIds: sessions.map((row) => row.id), facts: ids.length });
  }
}
