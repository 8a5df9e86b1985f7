import { Injectable } from '@nestjs/common';
import { type Breakdown, breakdowns } from '#contract';
import { type Question, question } from '#platform/database';
import { factsOfMonths, filterOf, tableOf, unitColumn } from './counted-facts.js';
import { type AskedUnit, type FigureKey, type FigureQuery, type Grouping, isUnit } from './figure-query.js';

/** The value of the part by which it is cut, if by any. */
type Part = { part: string | number | null };
export type RegisteredRow = Part & { registered: number } & Record<Breakdown | `${Breakdown}Unknown`, number>;

/** Counts people's facts one by one: a cell knows nobody's sex or age. */
@Injectable()
export class BreakdownsRepository {
  registered(unit: AskedUnit, query: FigureQuery, key: FigureKey, by: Grouping | undefined): Question<RegisteredRow[]> {
    const { sql, parameters } = filterOf('participations', unit, query, key);
    const counts = breakdowns.flatMap((one) => [
      `COALESCE(SUM(t.${one}), 0) AS ${one}`,
      `COALESCE(SUM(t.${one} IS NULL), 0) AS ${one}Unknown`,
    ]);
    return question(
      `SELECT ${partOf(by)} AS part, COUNT(*) AS registered, ${counts.join(', ')}
       FROM ${tableOf('participations')} JOIN units u ON u.id = ${unitColumn('participations', query.basis)}
       WHERE ${sql} GROUP BY ${partOf(by)} ORDER BY ${partOf(by)}`,
      parameters,
    );
  }

  attendances(unit: AskedUnit, query: FigureQuery, key: FigureKey, by: Grouping | undefined): Question<(Part & { attendances: number })[]> {
    const { from, where, parameters } = factsOfMonths('attendances', unit, query, key);
    return question(
      `SELECT ${partOf(by)} AS part, COUNT(*) AS attendances FROM ${from} WHERE ${where} GROUP BY ${partOf(by)} ORDER BY ${partOf(by)}`,
      parameters,
    );
  }
}

const partOf = (by: Grouping | undefined): string => (by === undefined ? 'NULL' : isUnit(by) ? `u.key_${by}` : `t.${by}`);
