import { Injectable } from '@nestjs/common';
import { inScope, mayAnywhere, scopeOf } from '#access';
import { type Measure } from '#contract';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { AskFigures, type Standing } from './ask-figures.js';
import { type FigureKey, type FigureQuery } from './figure-query.js';
import { type OpenedRow, OpenFigureRepository } from './open-figure.repository.js';

export interface FigureRow {
  classId: string;
  className: string;
  sessionId?: string;
  date: string;
  personId?: string;
  /** Missing when the account may not see people; `movedAway` when the person has since left its units. */
  person?: { name: string; unit: string } | { movedAway: true };
  value: number;
}

export interface Why {
  counted: Record<string, number>;
  leftOut: { reason: string; facts: number }[];
}

/** Opens a number down to its rows, and says why it is what it is. The sum of the rows' values is the number. */
@Injectable()
export class OpenFigure {
  constructor(
    private readonly ask: AskFigures,
    private readonly rows: OpenFigureRepository,
  ) {}

  /** One page, and where the next one begins. Where `compiledAt` differs from the page before, something was counted in between: begin anew. Refusals as for the figure itself. */
  run(
    ctx: Context,
    query: FigureQuery,
    key: FigureKey,
    page: { measure: Measure; after: number[] | null; limit: number },
  ): Promise<Standing & { items: FigureRow[]; next: number[] | null }> {
    return this.ask.moment(ctx, query, async (db, unit, standing) => {
      const rows = await this.rows.rows(db, unit, query, key, page);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const next = rows.length > page.limit && last ? last.cursor : null;
      return { ...standing, items: await this.present(db, ctx, items), next };
    });
  }

  why(ctx: Context, query: FigureQuery, key: FigureKey): Promise<Standing & Why> {
    return this.ask.moment(ctx, query, async (db, unit, standing) => {
      const counted = await this.rows.counted(db, unit, query, key);
      // Attendances that date no person-time: whoever attended was counted already.
      const again = counted.attendances! - counted.registered!;
      const leftOut = [
        ...(await this.rows.leftOut(db, unit, query, key)),
        ...(again > 0 ? [{ reason: 'alreadyCounted', facts: again }] : []),
      ];
      return { ...standing, counted, leftOut: leftOut.sort((a, b) => (a.reason < b.reason ? -1 : 1)) };
    });
  }

  private async present(db: Db, ctx: Context, rows: OpenedRow[]): Promise<FigureRow[]> {
    const scope = mayAnywhere(ctx, 'people.read') ? scopeOf(ctx, 'people.read') : null;
    const people = await this.rows.people(
      db,
      rows.flatMap((row) => row.personId ?? []),
    );
    return rows.map((row) => {
      const person = row.personId === null ? undefined : people.get(row.personId);
      const seen =
        scope && person
          ? inScope(scope, person.accessPath)
            ? { name: person.name, unit: person.unit }
            : { movedAway: true as const }
          : undefined;
      return {
        classId: String(row.classId),
        className: row.className,
        ...(row.sessionId ? { sessionId: String(row.sessionId) } : {}),
        date: row.date,
        ...(row.personId === null ? {} : { personId: String(row.personId) }),
        ...(seen && { person: seen }),
        value: row.value,
      };
    });
  }
}
