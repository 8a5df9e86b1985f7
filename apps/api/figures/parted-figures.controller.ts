import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context } from '#platform/context';
import { AskBreakdowns, AskPartakers } from '#statistics';
import { Ctx, Permit, readCursor, Refuses, Shows } from '../wire/index.js';
import { figureQuery, headedView } from './figures.dto.js';
import {
  BreakdownsQuery,
  BreakdownsView,
  InstructorFiguresView,
  PartakersQuery,
  partakersView,
  SiteFiguresView,
} from './parted-figures.dto.js';

/** The figures by what no cell knows: where, by whom, of what people. */
@ApiTags('figures')
@Controller('v1/figures')
export class PartedFiguresController {
  constructor(
    private readonly partakers: AskPartakers,
    private readonly breakdowns: AskBreakdowns,
  ) {}

  @Get('sites')
  @Permit('figures.read')
  @Shows(SiteFiguresView, { summary: '按教学点:场次、到课、清点 · by teaching site' })
  @Refuses('notFound', 'cursorInvalid', 'periodInvalid')
  async sites(@Ctx() ctx: Context, @Query() query: PartakersQuery): Promise<SiteFiguresView> {
    return partakersView(await this.partakers.sites(ctx, figureQuery(query), pageOf(query)));
  }

  @Get('instructors')
  @Permit('figures.read')
  @Shows(InstructorFiguresView, { summary: '按教师:授课场次、到课、清点 · by instructor' })
  @Refuses('notFound', 'cursorInvalid', 'periodInvalid')
  async instructors(@Ctx() ctx: Context, @Query() query: PartakersQuery): Promise<InstructorFiguresView> {
    return partakersView(await this.partakers.instructors(ctx, figureQuery(query), pageOf(query)));
  }

  @Get('breakdowns')
  @Permit('figures.read')
  @Shows(BreakdownsView, { summary: '实名人次的构成:女、少数民族、35岁及以下、大专及以上 · who the registered are' })
  @Refuses('notFound', 'periodInvalid')
  async whom(@Ctx() ctx: Context, @Query() query: BreakdownsQuery): Promise<BreakdownsView> {
    const { rows, total, ...headed } = await this.breakdowns.run(ctx, figureQuery(query), { by: query.by, only: query.breakdown });
    return { ...headedView(headed), rows, total };
  }
}

const pageOf = ({ cursor, limit }: PartakersQuery) => ({ after: readCursor<[number, number]>(cursor, ['number', 'number']), limit });
