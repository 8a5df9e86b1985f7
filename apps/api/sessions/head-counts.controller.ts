import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { HeadCountRepository, ListHeadCounts, PutHeadCount, VerifyHeadCount } from '#attendance';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { SessionRepository } from '#schedule';
import { Ctx, IdPipe, idText, type Page, Permit, Refuses, Shows, ShowsList, ShowsPage, UuidPipe } from '../wire/index.js';
import { HeadCountQuery, reportedHeadsView, ReportedHeadsView } from './head-counts.dto.js';
import { pageOfPlaces, readPlace } from './session-cursor.js';
import { HeadCountEntry, HeadCountFields, HeadCountView } from './sessions.dto.js';

@ApiTags('head counts')
@Controller('v1')
export class HeadCountsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly reports: ListHeadCounts,
    private readonly put: PutHeadCount,
    private readonly verify: VerifyHeadCount,
  ) {}

  @Get('head-counts')
  @Permit('headCount.verify')
  @ShowsPage(ReportedHeadsView, {
    summary: '人数报送列表,可只列待核实的 · list reported heads, all or only those that wait to be verified',
  })
  @Refuses('cursorInvalid')
  async worklist(@Ctx() ctx: Context, @Query() query: HeadCountQuery): Promise<Page<ReportedHeadsView>> {
    const { session: sessionId, class: classId, unit: unitId, from, to, late, verified, limit } = query;
    const filter = { sessionId, classId, unitId, from, to, late, verified };
    return pageOfPlaces(await this.reports.run(ctx, filter, { after: readPlace(query.cursor), limit }), reportedHeadsView);
  }

  @Get('sessions/:id/head-counts')
  @Permit('headCount.report', 'headCount.verify')
  @ShowsList(HeadCountEntry, { summary: '一个课次的全部清点 · every count reported for a session' })
  async list(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<HeadCountEntry[]> {
    const db = this.transactions.read;
    required(await this.sessions.find(db, scopeOf(ctx, 'headCount.report'), id), 'notFound');
    return (await this.headCounts.ofSessions(db, [id])).map((row) => ({
      id: row.id,
      viewingPointId: row.place === 0 ? null : idText(row.place),
      mode: row.mode,
      count: row.count,
      method: row.method,
      countedBy: row.countedBy,
      verified: row.verified,
      late: row.late,
      receivedAt: row.receivedAt.toISOString(),
      replaces: [...row.replaces],
    }));
  }

  @Put('sessions/:id/head-count')
  @Permit('headCount.report', 'headCount.verify')
  @Shows(HeadCountView, { summary: '报现场人数,取代此前所报 · say how many stood there, in place of everything said before' })
  @Refuses('sessionNotOpen', 'referenceUnknown')
  say(@Ctx() ctx: Context, @Param('id', IdPipe) sessionId: number, @Body() body: HeadCountFields): Promise<HeadCountView> {
    return this.put.run(ctx, { sessionId, ...body });
  }

  @Post('head-counts/:id/verify')
  @HttpCode(200)
  @Permit('headCount.verify')
  @Shows(HeadCountView, { summary: '核实 · confirm a reported head count' })
  @Refuses('selfVerification', 'alreadyVerified')
  async confirm(@Ctx() ctx: Context, @Param('id', UuidPipe) id: string): Promise<HeadCountView> {
    await this.verify.run(ctx, { id });
    return { id, verified: true, replaced: [] };
  }
}
