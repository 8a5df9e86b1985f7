import { Injectable } from '@nestjs/common';
import { mayAnywhere, type Scope, scopeCondition, scopeOf } from '#access';
import { type Permission } from '#contract';
import { type Context } from '#platform/context';
import { type Db, listOf, uuidBytes, uuidText } from '#platform/database';
import { withinPaths } from '#platform/imports';
import { classInScope, servesClassInScope } from '#schedule';
import { displayName, UnitRepository } from '#units';

interface Condition {
  sql: string;
  parameters: readonly unknown[];
}

/** How the names of a noun's things are asked for: `id` and `name` of those that the condition lets see. */
interface Source {
  permission: Permission;
  from: string;
  id: string;
  name: string;
  seen(scope: Scope): Condition;
  /** Registers are shared by the county. */
  isShared?: boolean;
  hasUuid?: boolean;
}

const inUnit = (scope: Scope): Condition => scopeCondition(scope, 'u.access_path');
const everywhere = (): Condition => ({ sql: 'TRUE', parameters: [] });
const register = (table: string): Source => ({
  ...{ permission: 'catalogue.read', isShared: true, seen: inUnit },
  ...{ from: `${table} r JOIN units u ON u.id = r.unit_id`, id: 'r.id', name: 'r.name' },
});
const ofPerson = { permission: 'people.read', name: 'p.name', seen: inUnit } as const;
const people = 'people p JOIN units u ON u.id = p.unit_id';

const sources: Record<string, Source> = {
  unit: { permission: 'units.read', from: 'units r', id: 'r.id', name: 'r.name', seen: everywhere },
  course: { permission: 'catalogue.read', from: 'courses r', id: 'r.id', name: 'r.name', seen: everywhere },
  instructor: register('instructors'),
  teachingSite: register('teaching_sites'),
  trainingBase: register('training_bases'),
  learningRoute: register('learning_routes'),
  class: { permission: 'classes.read', from: 'classes c', id: 'c.id', name: 'c.name', seen: classInScope },
  session: { permission: 'classes.read', from: 'sessions s', id: 's.id', name: 's.topic', seen: servesClassInScope },
  viewingPoint: {
    ...{ permission: 'classes.read', from: 'viewing_points v JOIN sessions s ON s.id = v.session_id', id: 'v.id', name: 'v.name' },
    seen: servesClassInScope,
  },
  headCount: {
    ...{ permission: 'classes.read', from: 'head_counts h JOIN sessions s ON s.id = h.session_id', id: 'h.id', name: 'h.heads' },
    ...{ seen: servesClassInScope, hasUuid: true },
  },
  person: { ...ofPerson, from: people, id: 'p.id' },
  enrollment: { ...ofPerson, from: `${people} JOIN enrollments e ON e.person_id = p.id`, id: 'e.id' },
  mark: { ...ofPerson, from: `${people} JOIN marks m ON m.person_id = p.id`, id: 'm.id', hasUuid: true },
  position: { ...ofPerson, from: `${people} JOIN positions o ON o.person_id = p.id`, id: 'o.id', name: 'o.kind' },
  user: {
    ...{ permission: 'accounts.read', from: 'users r', id: 'r.id', name: 'r.name' },
    seen(scope) {
      const { sql, parameters } = inUnit(scope);
      return { sql: `EXISTS (SELECT 1 FROM user_grants g JOIN units u ON u.id = g.unit_id WHERE g.user_id = r.id AND ${sql})`, parameters };
    },
  },
  import: {
    ...{ permission: 'imports.run', from: 'imports i JOIN files f ON f.id = i.file_id', id: 'i.id', name: 'f.name' },
    seen: ({ paths }) => withinPaths(paths),
  },
};

export interface Thing {
  noun: string;
  /** As the audit keeps it. */
  id: string;
}
export const thingKey = ({ noun, id }: Thing): string => `${noun}/${id}`;

const isNumber = (id: string): boolean => /^[1-9]\d{0,9}$/.test(id);
const isUuid = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);

/** What the things are called that the audit keeps by their numbers. */
@Injectable()
export class ThingNames {
  constructor(private readonly units: UnitRepository) {}

  /** By `thingKey`: none where the thing is gone or not the caller's to see. One question a noun, however many there are. */
  async of(db: Db, ctx: Context, things: readonly Thing[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Map<string, Set<string>>();
    for (const { noun, id } of things) {
      const source = sources[noun];
      if (!source || !mayAnywhere(ctx, source.permission) || !(source.hasUuid ? isUuid : isNumber)(id)) continue;
      wanted.set(noun, (wanted.get(noun) ?? new Set()).add(id));
    }
    const names = new Map<string, string>();
    for (const [noun, ids] of wanted)
      for (const [id, name] of await this.named(db, ctx, sources[noun]!, [...ids]))
        names.set(thingKey({ noun, id }), noun === 'unit' ? displayName(name) : name);
    return names;
  }

  private async named(db: Db, ctx: Context, source: Source, ids: readonly string[]): Promise<[id: string, name: string][]> {
    const scope = scopeOf(ctx, source.permission);
    const { sql, parameters } = source.seen(source.isShared ? await this.units.countyWide(db, scope) : scope);
    const rows: { id: number | Buffer; name: string | number }[] = await db.query(
      `SELECT ${source.id} AS id, ${source.name} AS name FROM ${source.from} WHERE ${source.id} IN ${listOf(ids)} AND ${sql}`,
      [...ids.map((id) => (source.hasUuid ? uuidBytes(id) : Number(id))), ...parameters],
    );
    return rows.map(({ id, name }) => [Buffer.isBuffer(id) ? uuidText(id) : String(id), String(name)]);
  }
}
