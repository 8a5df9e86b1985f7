import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context } from '#platform/context';
import { AskFigures, OpenFigure } from '#statistics';
import { Ctx, Permit, readCursor, Refuses, Shows, writeCursor } from '../wire/index.js';
import {
  BulletinQuery,
  BulletinView,
  figureKey,
  figureQuery,
  FigureRowsView,
  FiguresQuery,
  FiguresView,
  headedView,
  OpenedQuery,
  RowsQuery,
  standingView,
  WhyView,
} from './figures.dto.js';

@ApiTags('figures')
@Controller('v1/figures')
export class FiguresController {
  constructor(
    private readonly ask: AskFigures,
    private readonly open: OpenFigure,
  ) {}

  @Get()
  @Permit('figures.read')
  @Shows(FiguresView, { summary: '统计:人次、人数、批次、场次 · figures, cut as asked' })
  @Refuses('notFound', 'periodInvalid')
  async figures(@Ctx() ctx: Context, @Query() query: FiguresQuery): Promise<FiguresView> {
    const figures = await this.ask.run(ctx, figureQuery(query), query.by ?? [], query.foot);
    return { ...figures, ...headedView(figures) };
  }

  @Get('bulletin')
  @Permit('figures.read')
  @Shows(BulletinView, { summary: '通报口径两行 · the two lines of the bulletin' })
  @Refuses('notFound', 'periodInvalid')
  async bulletin(@Ctx() ctx: Context, @Query() query: BulletinQuery): Promise<BulletinView> {
    const line = await this.ask.bulletin(ctx, figureQuery(query));
    return { ...line, ...standingView(line) };
  }

  @Get('rows')
  @Permit('figures.read')
  @Shows(FigureRowsView, { summary: '打开一个数:各行之和即该数 · open a number; the values sum to it' })
  @Refuses('notFound', 'cursorInvalid', 'periodInvalid')
  async rows(@Ctx() ctx: Context, @Query() query: RowsQuery): Promise<FigureRowsView> {
    const shape = keyShape[query.measure];
    const after = readCursor<number[]>(query.cursor, Array<'number'>(shape).fill('number'));
    const { next, ...page } = await this.open.run(ctx, figureQuery(query), figureKey(query), {
      measure: query.measure,
      after,
      limit: query.limit,
    });
    return { ...standingView(page), items: page.items, number: page.number, nextCursor: next && writeCursor(next) };
  }

  @Get('why')
  @Permit('figures.read')
  @Shows(WhyView, { summary: '为什么是这个数:计入与未计入 · what was counted and what was left out' })
  @Refuses('notFound', 'periodInvalid')
  async why(@Ctx() ctx: Context, @Query() query: OpenedQuery): Promise<WhyView> {
    const why = await this.open.why(ctx, figureQuery(query), figureKey(query));
    return { ...standingView(why), counted: why.counted, leftOut: why.leftOut };
  }
}

/** How many numbers name a row of each measure. */
const keyShape = {
  batches: 2,
  sessionsHeld: 2,
  visits: 2,
  'personTimes.registered': 3,
  'personTimes.declared': 3,
  unverified: 3,
  unidentified: 3,
  people: 1,
  attendances: 3,
} as const;
