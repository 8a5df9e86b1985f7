import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Partaker } from '#contract';
import { type Context } from '#platform/context';
import { ask, type Question } from '#platform/database';
import { inSubtrees, UnitRepository } from '#units';
import { AskFigures, type Heading, headingOf, type Standing } from './ask-figures.js';
import { type FigureQuery } from './figure-query.js';
import {
  type InstructorNamed,
  type Kept,
  PartakersRepository,
  type PartakerSums,
  type SessionSums,
  type SiteNamed,
  sumsOf,
} from './partakers.repository.js';

/** The last line of the page before. */
type After = [sessionsHeld: number, id: number];
type Page = { after: After | null; limit: number };
export type SiteFigures = SessionSums & SiteNamed;
export type InstructorFigures = SessionSums & InstructorNamed;

/**
 * A page of lines, most sessions first. Those of all pages with what is `elsewhere` on each, and `without`, less `again`, are `total`: a session
 * counts with each of its partakers, and once in the total.
 */
export interface PartakerFigures<Line> extends Standing, Heading, PartakerSums {
  items: Line[];
  /** Of this page: what was counted with those whom another county keeps. A register is shown to its county and to nobody else. */
  elsewhere: SessionSums;
  next: After | null;
}

/** The sessions of a question by where they were held and by who taught them. */
@Injectable()
export class AskPartakers {
  constructor(
    private readonly ask: AskFigures,
    private readonly partakers: PartakersRepository,
    private readonly units: UnitRepository,
  ) {}

  /** Refusals as for the figures. */
  sites(ctx: Context, query: FigureQuery, page: Page): Promise<PartakerFigures<SiteFigures>> {
    return this.lines(ctx, query, { ...page, partaker: 'site' }, (ids) => this.partakers.sites(ids));
  }

  /** Refusals as for the figures. */
  instructors(ctx: Context, query: FigureQuery, page: Page): Promise<PartakerFigures<InstructorFigures>> {
    return this.lines(ctx, query, { ...page, partaker: 'instructor' }, (ids) => this.partakers.instructors(ids));
  }

  private lines<Who extends { id: number }>(
    ctx: Context,
    query: FigureQuery,
    page: Page & { partaker: Partaker },
    who: (ids: number[]) => Question<Kept<Who>[]>,
  ): Promise<PartakerFigures<Who & SessionSums>> {
    return this.ask.moment(ctx, query, async (db, unit, standing) => {
      const { partaker } = page;
      const [rows, sums] = await ask(db, this.partakers.lines(partaker, unit, query, page), this.partakers.sums(partaker, unit, query));
      const shown = rows.slice(0, page.limit);
      const [known] = await ask(db, who(shown.map(({ partakerId }) => partakerId)));
      const shared = await this.units.countyWide(db, scopeOf(ctx, 'figures.read'));
      const own = new Map(known.filter((one) => inSubtrees(shared, one.accessPath)).map(({ accessPath: _, ...one }) => [one.id, one]));
      const last = shown.at(-1);
      return {
        ...standing,
        ...headingOf(unit, query),
        ...sums,
        items: shown.flatMap(({ partakerId, ...row }) => {
          const one = own.get(partakerId);
          return one ? [{ ...(one as unknown as Who), ...row }] : [];
        }),
        elsewhere: sumsOf(shown.filter(({ partakerId }) => !own.has(partakerId))),
        next: rows.length > page.limit && last ? [last.sessionsHeld, last.partakerId] : null,
      };
    });
  }
}
