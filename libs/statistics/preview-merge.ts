import { Injectable } from '@nestjs/common';
import { inScope, scopeOf } from '#access';
import { PeopleInCounting, PersonRepository } from '#people';
import { type Context } from '#platform/context';
import { ask, type Db, Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { Refusal, required } from '#platform/refusal';
import { displayName, type UnitRow, UnitRepository } from '#units';
import { AskFigures } from './ask-figures.js';
import { type CountedRows, rowsOf } from './compiling/counted-rows.js';
import { yearOf } from './compiling/people-cells.js';
import { countClass } from './counting/count-class.js';
import { FoldedWorld } from './counting/folded-world.js';
import { compileClassJob } from './statistics.jobs.js';
import { WorldRepository } from './world.repository.js';

export const previewed = ['people', 'registered', 'declared', 'attendances'] as const;
export type Previewed = (typeof previewed)[number];
type Numbers = Record<Previewed, number>;

export interface MergePreview {
  unitId: number;
  unitName: string;
  /** Facts that the figures do not hold yet: while there are any, `before` may still move. */
  pending: number;
  years: { year: number; before: Numbers; after: Numbers }[];
}

/**
 * What the figures of a county would be if two records were one person, or were told apart again: both are counted by the rules that
 * compile the figures, once as things are and once as if the merge were done. It reads one moment, and nobody waits for it.
 */
@Injectable()
export class PreviewMerge {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly counting: PeopleInCounting,
    private readonly units: UnitRepository,
    private readonly world: WorldRepository,
    private readonly figures: AskFigures,
    private readonly outbox: Outbox,
  ) {}

  /** Without `intoId`: taking back the merge of this record. Refusals: notFound, referenceUnknown, mergeWithSelf, alreadyMerged, notMerged. */
  async run(ctx: Context, { id, intoId }: { id: number; intoId?: number }): Promise<MergePreview> {
    return this.transactions.snapshot(async (db) => {
      const root = await this.rootOf(db, ctx, id, intoId);
      const unit = await this.countyOf(db, ctx, root);
      const records = [...(await this.counting.withAliases(db, [id, root])).keys()];
      const marked = await this.world.classesBehindSessions(db, await this.world.sessionsMarkedFor(db, records));
      const classIds = await this.world.classesBehindClasses(db, marked);
      // What was merged into the record goes with it.
      const moved = new Set((await this.counting.withAliases(db, [id])).keys());
      const supposed = this.world.supposing(this.counting.supposing(moved, intoId === undefined ? id : root));
      const before = await counted(db, this.world, classIds);
      const after = await counted(db, supposed, classIds);
      return this.compared(db, unit, { before, after, records });
    });
  }

  /** The record that both count as, or did. */
  private async rootOf(db: Db, ctx: Context, id: number, intoId?: number): Promise<number> {
    const scope = scopeOf(ctx, 'people.merge');
    const source = required(await this.people.find(db, scope, id), 'notFound');
    if (intoId === undefined) {
      if (source.mergedInto === null) throw new Refusal('notMerged');
      return (await this.counting.canonicalOf(db, [id])).get(id)!;
    }
    required(await this.people.find(db, scope, intoId), 'referenceUnknown', { fields: [{ field: 'into', fault: 'unknown' }] });
    const root = (await this.counting.canonicalOf(db, [intoId])).get(intoId)!;
    if (root === id) throw new Refusal('mergeWithSelf');
    if (source.mergedInto !== null) throw new Refusal('alreadyMerged', { personId: String(source.mergedInto) });
    return root;
  }

  /** The county of the person, or, for whoever does not see the figures of it, the person's own unit. */
  private async countyOf(db: Db, ctx: Context, personId: number): Promise<UnitRow> {
    const scope = scopeOf(ctx, 'figures.read');
    const person = required((await this.people.byIds(db, [personId])).get(personId), 'notFound');
    const own = required((await this.units.byIds(db, [person.unitId])).get(person.unitId), 'notFound');
    const above = await this.units.byIds(db, [own.keyCounty, own.keyTown]);
    const seen = [above.get(own.keyCounty), above.get(own.keyTown), own].find((one) => one && inScope(scope, one.accessPath));
    return required(seen, 'notFound');
  }

  private async compared(
    db: Db,
    unit: UnitRow,
    { before, after, records }: { before: CountedRows[]; after: CountedRows[]; records: readonly number[] },
  ): Promise<MergePreview> {
    const own = new Set(records);
    const years = new Set<number>();
    for (const { participations } of [...before, ...after])
      for (const row of participations) if (own.has(row.person_id)) years.add(yearOf(row.month));
    const places = await this.units.byIds(db, [...new Set([...before, ...after].flatMap(unitsOf))]);
    const isInside = (row: Placed): boolean => places.get(row.trainee_unit_id)?.path.startsWith(unit.path) ?? false;
    const [pending] = await ask(db, this.outbox.behind(compileClassJob));
    const answer: MergePreview = { unitId: unit.id, unitName: displayName(unit.name), pending, years: [] };
    for (const year of [...years].sort((a, b) => a - b)) {
      const asked = (row: Placed): boolean => yearOf(row.month) === year && isInside(row);
      const total = await this.figures.total(db, unit, { from: year * 100 + 1, to: year * 100 + 12, basis: 'trainee' });
      const now = { people: total.people, ...total.personTimes, attendances: total.attendances };
      const [had, has] = [numbersOf(before, asked, own), numbersOf(after, asked, own)];
      const then = Object.fromEntries(previewed.map((one) => [one, now[one] + has[one] - had[one]])) as Numbers;
      answer.years.push({ year, before: now, after: then });
    }
    return answer;
  }
}

async function counted(db: Db, world: WorldRepository, classIds: readonly number[]): Promise<CountedRows[]> {
  if (classIds.length === 0) return [];
  const folded = new FoldedWorld(await world.around(db, classIds));
  return classIds.filter((id) => folded.world.classes.has(id)).map((id) => rowsOf(countClass(folded, id)));
}

type Placed = Pick<CountedRows['participations'][number], 'month' | 'trainee_unit_id'>;

const unitsOf = ({ participations, attendances, declarations }: CountedRows): number[] =>
  [...participations, ...attendances, ...declarations].map((row) => row.trainee_unit_id);

/** What these classes give to a year of a unit. Of people, only these: nobody else's number moves. */
function numbersOf(rows: readonly CountedRows[], asked: (row: Placed) => boolean, people: ReadonlySet<number>): Numbers {
  const times = rows.flatMap(({ participations }) => participations.filter(asked));
  const declared = rows.flatMap(({ declarations }) => declarations.filter(asked));
  return {
    people: new Set(times.map((row) => row.person_id).filter((id) => people.has(id))).size,
    registered: times.length,
    declared: declared.reduce((sum, row) => sum + row.declared, 0),
    attendances: rows.flatMap(({ attendances }) => attendances.filter(asked)).length,
  };
}
