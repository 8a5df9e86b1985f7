import { Injectable } from '@nestjs/common';
import { inScope, scopeOf } from '#access';
import { type Context } from '#platform/context';
import { monthText } from '#platform/clock';
import { kindFacts, type KindFacts } from '#courses';
import { answered, ask, type Db, joined, type Question, Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { Refusal, required } from '#platform/refusal';
import { displayName } from '#units';
import { ruleVersion } from './counting/count-class.js';
import {
  type AskedCut,
  type AskedUnit,
  type FigureKey,
  type FigureQuery,
  type Grouping,
  groupingOf,
  isUnit,
  unitLevelOf,
} from './figure-query.js';
import {
  type CellsAt,
  cellsAt,
  type CellSums,
  FiguresRepository,
  type GroupKey,
  type GroupRow,
  type KeysAndNames,
} from './figures.repository.js';
import { PeopleOfFigures } from './people-of-figures.js';
import { compileClassJob } from './statistics.jobs.js';

export interface Figure {
  batches: number;
  sessionsHeld: number;
  visits: number;
  personTimes: { registered: number; declared: number };
  unverified: number;
  unidentified: number;
  people: number;
  attendances: number;
  creditHours: null;
}

/** Which rules, how fresh, and how many facts are not counted yet: said beside every answer. */
export interface Standing {
  rule: string;
  compiledAt: Date | null;
  pending: number;
}

/** Whose figures they are. */
export interface Heading {
  basis: string;
  unitId: number;
  unitName: string;
  unitLevel: AskedUnit['level'];
}

export interface Figures extends Standing, Heading {
  rows: (Figure & { key: Record<string, string>; labels: Record<string, string> })[];
  /** The foot of the table: the whole by one of its parts, each counted anew. */
  foot: Figures['rows'];
  total: Figure;
  adjustments: never[];
}

export interface BulletinLine {
  batches: number;
  sessionsHeld: number;
  backbone: number;
  demonstration: number;
  other: { registered: number; declared: number };
}

/** Answers an official's question out of compiled cells, read at one moment together with what is not compiled yet. */
@Injectable()
export class AskFigures {
  constructor(
    private readonly transactions: Transactions,
    private readonly figures: FiguresRepository,
    private readonly people: PeopleOfFigures,
    private readonly outbox: Outbox,
  ) {}

  /** Refusals: forbidden, notFound (the unit), periodInvalid, invalidParameters (no unit named by somebody who has several). */
  run(ctx: Context, query: FigureQuery, cut: readonly AskedCut[], footBy?: Grouping): Promise<Figures> {
    return this.moment(ctx, query, async (db, unit, standing) => {
      const by = cut.map((one) => groupingOf(one, unit));
      const [cells, footCells, total] = await ask(db, cellsAt(unit, by), cellsAt(unit, footBy ? [footBy] : []), this.whole(unit, query));
      const [rows, foot] = await ask(
        db,
        by.length === 0 ? answered([]) : this.rows(unit, cells, query, by),
        footBy ? this.rows(unit, footCells, query, [footBy]) : answered([]),
      );
      return {
        ...standing,
        ...headingOf(unit, query),
        rows,
        foot,
        total,
        adjustments: [],
      };
    });
  }

  /** Everything of the unit in one row. */
  async total(db: Db, unit: AskedUnit, query: FigureQuery): Promise<Figure> {
    return (await ask(db, this.whole(unit, query)))[0];
  }

  /** The figure of a cell of a table, where it is kept: not of some people or sessions only, and of a unit that is what the table calls it. */
  async keptCell(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey): Promise<Figure | null> {
    const { month, village, town, county, ...parts } = key;
    const places = Object.entries({ village, town, county }).flatMap(([level, id]) => (id === undefined ? [] : [{ level, id }]));
    if (places.length > 1 || Object.values(parts).some((one) => one !== undefined)) return null;
    const narrowed = month === undefined ? query : { ...query, from: month, to: month };
    if (narrowed.from < query.from || narrowed.to > query.to) return null;
    const [place] = places;
    if (!place) return this.total(db, unit, narrowed);
    const [[found]] = await ask(db, this.figures.unit(place.id));
    if (!found || found.level !== place.level || !found.path.startsWith(unit.path)) return null;
    return this.total(db, found, narrowed);
  }

  private whole(unit: AskedUnit, query: FigureQuery): Question<Figure> {
    const own = { level: unit.level, unitIds: [unit.id] };
    return joined([this.figures.groups(own, query, []), this.people.by(unit, query, [], own)], ([sums], people) =>
      figure(sums!, people.get('') ?? 0),
    );
  }

  bulletin(ctx: Context, query: FigureQuery): Promise<BulletinLine & Standing> {
    return this.moment(ctx, query, async (db, unit, standing) => ({ ...standing, ...(await this.bulletinLine(db, unit, query)) }));
  }

  /** The two lines of the bulletin (rule 12), disjoint, and what stands in neither. */
  async bulletinLine(db: Db, unit: AskedUnit, query: FigureQuery): Promise<BulletinLine> {
    const own = { level: unit.level, unitIds: [unit.id] };
    const [[total], byKind, publicByKind] = await ask(
      db,
      this.figures.groups(own, query, []),
      this.figures.groups(own, query, ['kind']),
      this.figures.groups(own, { ...query, audience: 'public' }, ['kind']),
    );
    const sum = (rows: GroupRow[], line: KindFacts['bulletinLine'], measure: 'registered' | 'declared'): number =>
      rows.filter((row) => kindFacts(row.kind!).bulletinLine === line).reduce((all, row) => all + row[measure], 0);
    return {
      batches: total!.batches,
      sessionsHeld: total!.sessions_held,
      backbone: total!.registered - publicByKind.reduce((all, row) => all + row.registered, 0),
      demonstration: sum(publicByKind, 'demonstration', 'registered') + sum(byKind, 'demonstration', 'declared'),
      other: { registered: sum(publicByKind, 'other', 'registered'), declared: sum(byKind, 'other', 'declared') },
    };
  }

  /**
   * Reads of one moment about the unit asked for, within what the account may see, with how things stood. The tables of figures are touched
   * before anything else: a recount puts others in their place either before this moment or after its last read.
   */
  moment<T>(ctx: Context, query: FigureQuery, work: (db: Db, unit: AskedUnit, standing: Standing) => Promise<T>): Promise<T> {
    const scope = scopeOf(ctx, 'figures.read');
    if (query.to < query.from) throw new Refusal('periodInvalid', { from: monthText(query.from), to: monthText(query.to) });
    const asked = query.unitId === undefined ? this.figures.unitsAt(scope.paths) : this.figures.unit(query.unitId);
    return this.transactions.snapshot(async (db) => {
      const [compiledAt, pending, units] = await ask(db, this.figures.compiledAt(), this.outbox.behind(compileClassJob), asked);
      if (query.unitId === undefined && units.length !== 1)
        throw new Refusal('invalidParameters', {
          fields: [{ field: 'unit', fault: 'required', allowed: units.map(({ id }) => String(id)) }],
        });
      const unit = required(units[0], 'notFound');
      if (!inScope(scope, unit.accessPath)) throw new Refusal('notFound');
      return work(db, unit, { rule: ruleVersion, compiledAt, pending });
    });
  }

  private rows(unit: AskedUnit, cells: CellsAt, query: FigureQuery, by: readonly Grouping[]): Question<Figures['rows']> {
    const names = unitLevelOf(by) ? this.figures.keysOf(cells.unitIds) : answered(new Map<number, KeysAndNames>());
    const asked = [this.figures.groups(cells, query, by), this.people.by(unit, query, by, cells), names] as const;
    return joined(asked, (groups, people, keys) =>
      groups.map((group) => {
        const parts = by.map((part) => [part, ...keyAndLabel(part, group, keys)] as const);
        const key = Object.fromEntries(parts.map(([part, value]) => [part, value]));
        const labels = Object.fromEntries(parts.map(([part, , label]) => [part, label]));
        return { key, labels, ...figure(group, people.get(parts.map(([, value]) => value).join(' ')) ?? 0) };
      }),
    );
  }
}

export const headingOf = (unit: AskedUnit, { basis }: FigureQuery): Heading => ({
  basis,
  unitId: unit.id,
  unitName: displayName(unit.name),
  unitLevel: unit.level,
});

export function keyAndLabel(part: Grouping, group: GroupKey, keys: ReadonlyMap<number, KeysAndNames>): [string, string] {
  if (isUnit(part)) {
    const names = keys.get(group.unitId!)!;
    return [String(names[part]), displayName(names[`${part}Name`])];
  }
  if (part === 'month') return [monthText(group.month!), monthText(group.month!)];
  return part === 'kind' ? [group.kind!, kindFacts(group.kind!).labels.zh] : [group.audience!, group.audience!];
}

const figure = (sums: CellSums, people: number): Figure => ({
  batches: sums.batches,
  sessionsHeld: sums.sessions_held,
  visits: sums.visits,
  personTimes: { registered: sums.registered, declared: sums.declared },
  unverified: sums.unverified,
  unidentified: sums.unidentified,
  people,
  attendances: sums.attendances,
  creditHours: null,
});
