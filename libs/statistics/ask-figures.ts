import { Injectable } from '@nestjs/common';
import { inScope, scopeOf } from '#access';
import { type Context } from '#platform/context';
import { monthText } from '#platform/clock';
import { kindFacts, type KindFacts } from '#courses';
import { type Db, Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { Refusal, required } from '#platform/refusal';
import { displayName } from '#units';
import { ruleVersion } from './counting/count-class.js';
import { type AskedUnit, type FigureQuery, type Grouping, unitGroupings, unitLevelOf } from './figure-query.js';
import { type CellSums, FiguresRepository, type GroupRow } from './figures.repository.js';
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

export interface Figures extends Standing {
  basis: string;
  unitId: number;
  rows: (Figure & { key: Record<string, string>; labels: Record<string, string> })[];
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
  run(ctx: Context, query: FigureQuery, by: readonly Grouping[]): Promise<Figures> {
    return this.moment(async (db, standing) => {
      const unit = await this.unitFor(db, ctx, query);
      const total = await this.total(db, unit, query);
      const groups = by.length === 0 ? [] : await this.figures.groups(db, unit, query, by);
      return {
        ...standing,
        basis: query.basis,
        unitId: unit.id,
        rows: await this.rows(db, groups, by.length === 0 ? new Map() : await this.people.by(db, unit, query, by), by),
        total,
        adjustments: [],
      };
    });
  }

  /** Everything of the unit in one row. */
  async total(db: Db, unit: AskedUnit, query: FigureQuery): Promise<Figure> {
    const [sums] = await this.figures.groups(db, unit, query, []);
    return figure(sums!, (await this.people.by(db, unit, query, [])).get('') ?? 0);
  }

  bulletin(ctx: Context, query: FigureQuery): Promise<BulletinLine & Standing> {
    return this.moment(async (db, standing) => {
      const unit = await this.unitFor(db, ctx, query);
      return { ...standing, ...(await this.bulletinLine(db, unit, query)) };
    });
  }

  /** The two lines of the bulletin (rule 12), disjoint, and what stands in neither. */
  async bulletinLine(db: Db, unit: AskedUnit, query: FigureQuery): Promise<BulletinLine> {
    const [total] = await this.figures.groups(db, unit, query, []);
    const byKind = await this.figures.groups(db, unit, query, ['kind']);
    const publicByKind = await this.figures.groups(db, unit, { ...query, audience: 'public' }, ['kind']);
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
   * Reads of one moment, with how things stood. The tables of figures are touched before anything else: a recount puts others in their place
   * either before this moment or after its last read.
   */
  moment<T>(work: (db: Db, standing: Standing) => Promise<T>): Promise<T> {
    return this.transactions.snapshot(async (db) => {
      const compiledAt = await this.figures.compiledAt(db);
      const pending = await this.outbox.pending(db, compileClassJob);
      return work(db, { rule: ruleVersion, compiledAt, pending });
    });
  }

  /** The unit asked about, within what the account may see. */
  async unitFor(db: Db, ctx: Context, query: FigureQuery): Promise<AskedUnit> {
    const scope = scopeOf(ctx, 'figures.read');
    if (query.to < query.from) throw new Refusal('periodInvalid', { from: monthText(query.from), to: monthText(query.to) });
    if (query.unitId === undefined) {
      const roots = await this.figures.unitsAt(db, scope.paths);
      if (roots.length !== 1)
        throw new Refusal('invalidParameters', { fields: [{ field: 'unit', fault: 'required', allowed: roots.map(String) }] });
      return required(await this.figures.unit(db, roots[0]!), 'notFound');
    }
    const unit = required(await this.figures.unit(db, query.unitId), 'notFound');
    if (!inScope(scope, unit.accessPath)) throw new Refusal('notFound');
    return unit;
  }

  private async rows(db: Db, groups: GroupRow[], people: Map<string, number>, by: readonly Grouping[]): Promise<Figures['rows']> {
    const finest = unitLevelOf(by);
    const ids = [...new Set(groups.flatMap((group) => group.unitId ?? []))];
    const keys = finest ? await this.figures.keysOf(db, ids) : new Map<number, Record<(typeof unitGroupings)[number], number>>();
    const names = await this.figures.labels(db, [...new Set([...keys.values()].flatMap((key) => Object.values(key)))]);
    return groups.map((group) => {
      const key: Record<string, string> = {};
      const labels: Record<string, string> = {};
      for (const part of by) {
        const level = unitGroupings.find((one) => one === part);
        const value = level
          ? keys.get(group.unitId!)![level]
          : part === 'month'
            ? monthText(group.month!)
            : group[part as 'kind' | 'audience']!;
        key[part] = String(value);
        labels[part] = level
          ? displayName(names.get(value as number) ?? '')
          : part === 'kind'
            ? kindFacts(group.kind!).labels.zh
            : String(value);
      }
      return { key, labels, ...figure(group, people.get(by.map((part) => key[part]).join(' ')) ?? 0) };
    });
  }
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
