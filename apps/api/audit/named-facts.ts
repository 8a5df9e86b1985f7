import { Injectable } from '@nestjs/common';
import { type AuditRow } from '#accounts';
import { type Thing, thingKey, ThingNames } from '#attendance';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { type AuditFactView, shownFacts } from './shown-facts.js';

/** Facts that are ids, and of what. */
const nounOf: Partial<Record<string, string>> = {
  ...{ unitId: 'unit', hostUnitId: 'unit', deliveringUnitId: 'unit', villageId: 'unit', forUnitId: 'unit', successorId: 'unit' },
  ...{ courseId: 'course', siteId: 'teachingSite', baseId: 'trainingBase', routeId: 'learningRoute', leadClassId: 'class' },
  ...{ into: 'person', by: 'person', enrollmentId: 'enrollment', markId: 'mark', positionId: 'position', userId: 'user' },
  ...{ sessionId: 'session', viewingPointId: 'viewingPoint', headCountId: 'headCount', import: 'import' },
};
/** Of an entry that tells where a record was merged into before, `from` is a record; else it is a state, a name or a day. */
const ofFact = (action: string, fact: string): string | undefined =>
  fact === 'from' && action === 'person.unmerged' ? 'person' : nounOf[fact];
/** Nobody can do anything with these as they are. */
const hasUuid = new Set(['mark', 'headCount']);

/** Rights as they are kept, with their unit in the place of its id. */
type Grants = readonly { bundle: string; unitId: number }[];

type Told = Pick<AuditRow, 'action' | 'noun' | 'nounId' | 'facts'>;

export interface NamedEntry {
  /** What it was done to is called so; `null`: it is gone, or not the caller's to see. */
  label: string | null;
  facts: AuditFactView[];
}

/** Entries of the audit with names where row numbers are kept, as far as the caller may see what they name. */
@Injectable()
export class NamedFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly names: ThingNames,
  ) {}

  async of(ctx: Context, rows: readonly Told[]): Promise<NamedEntry[]> {
    const names = await this.names.of(this.transactions.read, ctx, rows.flatMap(thingsIn));
    const named = (noun: string, id: string): string | undefined => names.get(thingKey({ noun, id }));
    return rows.map((row) => ({
      label: named(row.noun, row.nounId) ?? null,
      facts: shownFacts(withUnits(row.facts, (id) => named('unit', String(id)))).flatMap((fact) => {
        const noun = ofFact(row.action, fact.name);
        if (noun === undefined) return [fact];
        const value = named(noun, fact.value);
        if (value === undefined && hasUuid.has(noun)) return [];
        const from = fact.from === undefined ? {} : { from: named(noun, fact.from) ?? fact.from };
        return [{ ...fact, ...from, value: value ?? fact.value }];
      }),
    }));
  }
}

/** What an entry names by its id. */
function thingsIn({ action, noun, nounId, facts }: Told): Thing[] {
  const { changes = [], grants = [], ...rest } = facts as { changes?: [string, unknown, unknown][]; grants?: Grants };
  const ids = [
    ...changes.flatMap(([name, from, value]) => [
      [name, from],
      [name, value],
    ]),
    ...Object.entries(rest),
  ] as [string, unknown][];
  const ofFacts = ids.flatMap(([name, id]) => {
    const of = ofFact(action, name);
    return of && (typeof id === 'number' || typeof id === 'string') ? [{ noun: of, id: String(id) }] : [];
  });
  return [{ noun, id: nounId }, ...ofFacts, ...grants.map(({ unitId }) => ({ noun: 'unit', id: String(unitId) }))];
}

const withUnits = (facts: Record<string, unknown>, nameOf: (id: number) => string | undefined): Record<string, unknown> =>
  Array.isArray(facts.grants)
    ? { ...facts, grants: (facts.grants as Grants).map(({ bundle, unitId }) => `${bundle}@${nameOf(unitId) ?? unitId}`) }
    : facts;
