import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { InstructorRepository } from '#instructors';
import { type Context } from '#platform/context';
import { BaseRepository, RouteRepository, SiteRepository } from '#sites';
import { type Register, RegisterKeeper, type RegisterRow } from '#units';
import { Ctx, IdPipe, type Page, PageQuery, Permit, Refuses, ShowsPage } from '../wire/index.js';
import { HistoryEntryView } from './history.dto.js';
import { ShownHistory } from './shown-history.js';

const summary = '修改历史,最近的在前 · who changed what of it, newest first';

/** The registers are seen county-wide, and so is what was done to their rows. */
@ApiTags('history')
@Controller('v1')
export class RegisterHistoriesController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly siteRows: SiteRepository,
    private readonly baseRows: BaseRepository,
    private readonly routeRows: RouteRepository,
    private readonly instructorRows: InstructorRepository,
    private readonly shown: ShownHistory,
  ) {}

  @Get('teaching-sites/:id/history')
  @Permit('catalogue.read')
  @ShowsPage(HistoryEntryView, { summary })
  @Refuses('cursorInvalid')
  sites(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.page(ctx, { noun: 'teachingSite', id, register: this.siteRows }, query);
  }

  @Get('training-bases/:id/history')
  @Permit('catalogue.read')
  @ShowsPage(HistoryEntryView, { summary })
  @Refuses('cursorInvalid')
  bases(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.page(ctx, { noun: 'trainingBase', id, register: this.baseRows }, query);
  }

  @Get('routes/:id/history')
  @Permit('catalogue.read')
  @ShowsPage(HistoryEntryView, { summary })
  @Refuses('cursorInvalid')
  routes(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.page(ctx, { noun: 'learningRoute', id, register: this.routeRows }, query);
  }

  @Get('instructors/:id/history')
  @Permit('catalogue.read')
  @ShowsPage(HistoryEntryView, { summary })
  @Refuses('cursorInvalid')
  instructors(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.page(ctx, { noun: 'instructor', id, register: this.instructorRows }, query);
  }

  private async page<Row extends RegisterRow>(
    ctx: Context,
    { noun, id, register }: { noun: string; id: number; register: Register<Row> },
    query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    await this.keeper.one(register, scopeOf(ctx, 'catalogue.read'), id);
    return this.shown.page(ctx, { noun, id }, query);
  }
}
