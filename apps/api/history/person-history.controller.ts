import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { PersonRepository } from '#people';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { Ctx, IdPipe, type Page, PageQuery, Permit, Refuses, ShowsPage } from '../wire/index.js';
import { HistoryEntryView } from './history.dto.js';
import { ShownHistory } from './shown-history.js';

@ApiTags('people')
@Controller('v1/people')
export class PersonHistoryController {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly shown: ShownHistory,
  ) {}

  @Get(':id/history')
  @Permit('people.read')
  @ShowsPage(HistoryEntryView, { summary: '人员记录的修改历史,最近的在前 · who changed what of a person, newest first' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    required(await this.people.find(this.transactions.read, scopeOf(ctx, 'people.read'), id), 'notFound');
    return this.shown.page(ctx, { noun: 'person', id }, query);
  }
}
