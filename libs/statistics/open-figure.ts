import { Injectable } from '@nestjs/common';
import { inScope, mayAnywhere, scopeOf } from '#access';
import { type LeftOutReason, type Measure } from '#contract';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { displayName } from '#units';
import { AskFigures, type Figure, type Standing } from './ask-figures.js';
import { type AskedUnit, type FigureKey, type FigureQuery, measuresOf } from './figure-query.js';
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
  leftOut: { reason: LeftOutReason; facts: number }[];
}

/** A figure's own value of a measure. */
const valueOf = (figure: Figure, measure: Measure): number => {
  if (measure === 'personTimes.registered') return figure.personTimes.registered;
  return measure === 'personTimes.declared' ? figure.personTimes.declared : figure[measure];
};

/** Opens a number down to its rows, and says why it is what it is. The sum of the rows' values is the number. */
@Injectable()
export class OpenFigure {
  constructor(
    private readonly ask: AskFigures,
    private readonly rows: OpenFigureRepository,
  ) {}

  /** One page, where the next one begins, and with the first one the number itself. Where `compiledAt` differs from the page before, something was counted in between: begin anew. Refusals as for the figure itself; invalidParameters (a measure that has no such parts). */
  run(
    ctx: Context,
    query: FigureQuery,
    key: FigureKey,
    page: { measure: Measure; after: number[] | null; limit: number },
  ): Promise<Standing & { items: FigureRow[]; number?: number; next: number[] | null }> {
    const allowed = measuresOf(key);
    if (!allowed.includes(page.measure))
      throw new Refusal('invalidParameters', { fields: [{ field: 'measure', fault: 'oneOf', allowed }] });
    return this.ask.moment(ctx, query, async (db, unit, standing) => {
      const rows = await this.rows.rows(db, unit, query, key, page);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const next = rows.length > page.limit && last ? last.cursor : null;
      const shown = { ...standing, items: await this.present(db, ctx, items), next };
      if (page.after) return shown;
      const sum = (): number => items.reduce((all, row) => all + row.value, 0);
      return { ...shown, number: next ? await this.number(db, unit, query, key, page.measure) : sum() };
    });
  }

  why(ctx: Context, query: FigureQuery, key: FigureKey): Promise<Standing & Why> {
    return this.ask.moment(ctx, query, async (db, unit, standing) => {
      const counted = await this.rows.counted(db, unit, query, key);
      const { breakdowns, unknown, several, ...place } = key;
      // Attendances that date no person-time: whoever attended was counted already.
      const again = several ? 0 : counted.attendances! - counted.registered!;
      const whole = key.breakdowns || key.unknown || key.several;
      const leftOut = [
        ...(whole ? [] : await this.rows.leftOut(db, unit, query, key)),
        ...(again > 0 ? [{ reason: 'alreadyCounted' as const, facts: again }] : []),
        ...(whole ? await this.notOfPart(db, unit, query, { place, breakdowns, unknown, several }) : []),
      ];
      return { ...standing, counted, leftOut: leftOut.sort((a, b) => (a.reason < b.reason ? -1 : 1)) };
    });
  }

  /** What stands in the cell, but not in the part of it that was asked for. */
  private async notOfPart(
    db: Db,
    unit: AskedUnit,
    query: FigureQuery,
    { place, breakdowns = [], unknown, several }: Pick<FigureKey, 'breakdowns' | 'unknown' | 'several'> & { place: FigureKey },
  ): Promise<Why['leftOut']> {
    const reasons: Partial<Record<LeftOutReason, number>> = {};
    if (several) Object.assign(reasons, await this.rows.notSeveral(db, unit, query, place, several));
    if (breakdowns.length > 0) {
      const { otherPeople, peopleUnknown } = await this.rows.ofPeople(db, unit, query, place, breakdowns);
      Object.assign(reasons, { otherPeople, peopleUnknown });
    }
    // Of those of whom the rest holds.
    if (unknown) reasons.peopleKnown = (await this.rows.ofPeople(db, unit, query, { ...place, breakdowns }, [unknown])).peopleKnown;
    return Object.entries(reasons).flatMap(([reason, facts]) => (facts > 0 ? [{ reason: reason as LeftOutReason, facts }] : []));
  }

  /** The number itself: of a cell that is kept, from there; of any other part, added up from its rows. */
  private async number(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey, measure: Measure): Promise<number> {
    const kept = await this.ask.keptCell(db, unit, query, key);
    return kept ? valueOf(kept, measure) : this.rows.sum(db, unit, query, key, measure);
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
            ? { name: person.name, unit: displayName(person.unit) }
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
