import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { ClassRepository, SessionRepository } from '#schedule';
import { Ctx, IdPipe, type Page, PageQuery, Permit, Refuses, ShowsPage } from '../wire/index.js';
import { HistoryEntryView } from './history.dto.js';
import { ShownHistory } from './shown-history.js';

@ApiTags('classes')
@Controller('v1/classes')
export class ClassHistoryController {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
    private readonly shown: ShownHistory,
  ) {}

  @Get(':id/history')
  @Permit('classes.read')
  @ShowsPage(HistoryEntryView, {
    summary: '培训班及其课次的修改历史,最近的在前 · who changed what of a class and its sessions, newest first',
  })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    const db = this.transactions.read;
    required(await this.classes.find(db, scopeOf(ctx, 'classes.read'), id), 'notFound');
    return this.shown.page(ctx, { noun: 'class', id }, query, await this.sessions.topicsOf(db, id));
  }
}
