import { Injectable } from '@nestjs/common';
import { type Breakdown, breakdowns, type CourseKind } from '#contract';
import { type Context } from '#platform/context';
import { ask } from '#platform/database';
import { AskFigures, type Heading, headingOf, keyAndLabel, type Standing } from './ask-figures.js';
import { BreakdownsRepository, type RegisteredRow } from './breakdowns.repository.js';
import { type AskedCut, type FigureQuery, type Grouping, groupingOf, isUnit } from './figure-query.js';
import { FiguresRepository, type GroupKey } from './figures.repository.js';

/** Registered person-times and attendances; of the former, how many are of such people and of how many it is not known. */
export interface BreakdownFigure {
  registered: number;
  attendances: number;
  of: Record<Breakdown, { registered: number; unknown: number }>;
}

export interface BreakdownFigures extends Standing, Heading {
  rows: (BreakdownFigure & { key: Record<string, string>; labels: Record<string, string> })[];
  total: BreakdownFigure;
}

/** Breaks down those who are known by name (rule 9); heads and sessions have neither sex nor age. */
@Injectable()
export class AskBreakdowns {
  constructor(
    private readonly ask: AskFigures,
    private readonly breakdowns: BreakdownsRepository,
    private readonly figures: FiguresRepository,
  ) {}

  /** Only of people of whom all of `only` holds. Each person-time stands in one row: the total is their sum. Refusals as for the figures. */
  run(ctx: Context, query: FigureQuery, cut: { by?: AskedCut; only?: readonly Breakdown[] }): Promise<BreakdownFigures> {
    const { only } = cut;
    return this.ask.moment(ctx, query, async (db, unit, standing) => {
      const by = cut.by && groupingOf(cut.by, unit);
      const key = { breakdowns: only };
      const [registered, attendances] = await ask(
        db,
        this.breakdowns.registered(unit, query, key, by),
        this.breakdowns.attendances(unit, query, key, by),
      );
      const attended = new Map(attendances.map((row) => [row.part, row.attendances]));
      // Whoever attended in another month than the first has no person-time there.
      const parts = [...new Set([...registered, ...attendances].map(({ part }) => part))].sort(inOrder);
      const told = new Map(registered.map((row) => [row.part, row]));
      const figures = parts.map((part) => figureOf(told.get(part), attended.get(part) ?? 0));
      const [names] = await ask(db, this.figures.keysOf(by !== undefined && isUnit(by) ? parts.map(Number) : []));
      return {
        ...standing,
        ...headingOf(unit, query),
        rows:
          by === undefined
            ? []
            : parts.map((part, i) => {
                const [value, label] = keyAndLabel(by, groupOf(by, part!), names);
                return { key: { [by]: value }, labels: { [by]: label }, ...figures[i]! };
              }),
        total: figures.reduce(sum, figureOf(undefined, 0)),
      };
    });
  }
}

const groupOf = (by: Grouping, part: string | number): GroupKey => {
  if (isUnit(by)) return { unitId: Number(part) };
  if (by === 'month') return { month: Number(part) };
  return by === 'kind' ? { kind: part as CourseKind } : { audience: String(part) };
};

/** Numbers by size, words by letters. */
const inOrder = (a: string | number | null, b: string | number | null): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

const each = (of: (one: Breakdown) => { registered: number; unknown: number }): BreakdownFigure['of'] =>
  Object.fromEntries(breakdowns.map((one) => [one, of(one)])) as BreakdownFigure['of'];

const figureOf = (row: RegisteredRow | undefined, attendances: number): BreakdownFigure => ({
  registered: row?.registered ?? 0,
  attendances,
  of: each((one) => ({ registered: row?.[one] ?? 0, unknown: row?.[`${one}Unknown`] ?? 0 })),
});

const sum = (all: BreakdownFigure, one: BreakdownFigure): BreakdownFigure => ({
  registered: all.registered + one.registered,
  attendances: all.attendances + one.attendances,
  of: each((part) => ({
    registered: all.of[part].registered + one.of[part].registered,
    unknown: all.of[part].unknown + one.of[part].unknown,
  })),
});
