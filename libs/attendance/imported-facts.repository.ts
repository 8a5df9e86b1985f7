import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { liveSet } from '#contract';
import { PeopleInCounting } from '#people';
import { type Context } from '#platform/context';
import { type Db, listOf, uuidBytes, uuidText } from '#platform/database';
import { type RowEffect } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged, statesHeldAt } from '#schedule';
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
  marks: { table: 'marks', edges: 'mark_replacements', from: 'mark_id', person: 'person_id', point: '0', slot: 'slot' },
  headCounts: {
    table: 'head_counts',
    edges: 'head_count_replacements',
    from: 'head_count_id',
    person: 'NULL',
    point: 'viewing_point_id',
    slot: '0',
  },
} as const;

/** What a fact speaks of: a person at a roll call, or the heads at a viewing point. */
const placeOf = (session: unknown, slot: unknown, about: unknown): string => [session, slot ?? 0, about ?? 0].join('/');

/** What imports have brought before: for corrections, and for taking an import back. */
@Injectable()
export class ImportedFacts {
  constructor(
    private readonly people: PeopleInCounting,
    private readonly changed: ClassFactsChanged,
  ) {}

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

  /**
   * A fact that is new names the live imported facts of the same place, so that it takes their place. Records that were merged are
   * one person; what these facts say again themselves stays.
   */
  async nameReplaced(db: Db, facts: readonly Fact[], kind: keyof typeof tables): Promise<void> {
    const mine = facts.filter((fact) => (fact.personId === undefined) === (kind === 'headCounts'));
    if (mine.length === 0) return;
    const { known, live, place } = await this.standing(db, mine, kind);
    const restated = new Map<Fact, string>();
    for (const fact of mine) {
      const same = (live.get(place(fact)) ?? []).find((id) => id === fact.id || id === factIdAgain(fact.id, known.get(id)!));
      if (same !== undefined) restated.set(fact, same);
    }
    const kept = new Set(restated.values());
    for (const fact of mine) {
      const same = restated.get(fact);
      const replaced = (live.get(place(fact)) ?? []).filter((id) => !kept.has(id));
      // Said before, corrected since, and said again: a fact of its own, or the correction would stay in force.
      fact.id = same ?? (known.has(fact.id) ? factIdAgain(fact.id, replaced) : fact.id);
      const names = same === undefined ? replaced : known.get(same)!;
      if (names.length > 0) fact.replaces = [...names].sort();
    }
  }

  /** What imports brought to the sessions of these facts: `known` with what each replaced, and which are `live` at a place. */
  private async standing(
    db: Db,
    facts: readonly Fact[],
    kind: keyof typeof tables,
  ): Promise<{ known: Map<string, string[]>; live: Map<string, string[]>; place: (fact: Fact) => string }> {
    const { table, edges, from, person, point, slot } = tables[kind];
    const sessions = [...new Set(facts.map((fact) => Number(fact.sessionId)))];
    const rows: { id: Buffer; sessionId: number; slot: number; personId: number | null; pointId: number | null }[] = await db.query(
      `SELECT id, session_id AS sessionId, ${slot} AS slot, ${person} AS personId, ${point} AS pointId
       FROM ${table} WHERE origin = 'import' AND session_id IN ${listOf(sessions)}`,
      sessions,
    );
    const replacements: { id: Buffer; replaced: Buffer }[] = await db.query(
      `SELECT ${from} AS id, replaced_id AS replaced FROM ${edges} WHERE session_id IN ${listOf(sessions)}`,
      sessions,
    );
    const people = [...facts.map((fact) => fact.personId), ...rows.map((row) => row.personId)].flatMap((id) => (id ? [Number(id)] : []));
    const canonical = await this.people.canonicalOf(db, [...new Set(people)]);
    const counted = (id: unknown): number | undefined => canonical.get(Number(id));
    const known = new Map(rows.map((row): [string, string[]] => [uuidText(row.id), []]));
    for (const { id, replaced } of replacements) known.get(uuidText(id))?.push(uuidText(replaced));
    const stored = rows.map((row) => {
      const id = uuidText(row.id);
      return { id, place: placeOf(row.sessionId, row.slot, counted(row.personId) ?? row.pointId), replaces: known.get(id)! };
    });
    const live = new Map<string, string[]>();
    for (const one of liveSet(stored)) live.set(one.place, [...(live.get(one.place) ?? []), one.id]);
    return { known, live, place: (fact) => placeOf(fact.sessionId, fact.slot, counted(fact.personId) ?? fact.viewingPointId) };
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
    // Held before it is asked what stands on them: whoever decides about one of them meanwhile finds it gone.
    const sessions: { id: number }[] = await db.query(`SELECT session_id AS id FROM ${table} WHERE id IN ${list} FOR UPDATE`, ids);
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
    // What a class that has ended was counted by stays.
    const states = await statesHeldAt(
      db,
      sessions.map((row) => row.id),
    );
    if (later.length + decided.length + confirmed.length > 0 || states.includes('closed')) throw new Refusal('importInUse');
    await db.query(`DELETE FROM ${edges} WHERE ${from} IN ${list}`, ids);
    await db.query(`DELETE FROM ${table} WHERE id IN ${list}`, ids);
    await this.changed.announce(db, ctx, { sessionIds: sessions.map((row) => row.id) });
  }
}
