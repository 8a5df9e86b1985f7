import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { ShowStops } from '#attendance';
import { today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import {
  AddViewingPoint,
  ChangeSessionState,
  CreateSession,
  RemoveViewingPoint,
  SessionRepository,
  UpdateSession,
  UpdateViewingPoint,
} from '#schedule';
import {
  Ctx,
  IdPipe,
  idText,
  IfMatch,
  type Page,
  pageOf,
  Permit,
  Refuses,
  Shows,
  ShowsList,
  ShowsNothing,
  ShowsPage,
} from '../wire/index.js';
import { readSessionCursor } from './session-cursor.js';
import {
  arrivalView,
  ArrivalView,
  SessionChangeFields,
  SessionFields,
  SessionQuery,
  SessionStateFields,
  SessionView,
  ViewingPointChangeFields,
  ViewingPointFields,
  AddedPointView,
} from './sessions.dto.js';
import { ShownSessions } from './shown-sessions.js';

@ApiTags('sessions')
@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly shown: ShownSessions,
    private readonly stops: ShowStops,
  ) {}

  @Get()
  @Permit('classes.read')
  @ShowsPage(SessionView, { summary: '课次列表,按日期 · list sessions by date' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: SessionQuery): Promise<Page<SessionView>> {
    const rows = await this.sessions.list(
      this.transactions.read,
      scopeOf(ctx, 'classes.read'),
      {
        ...{ classId: query.class, instructorId: query.instructor, kind: query.kind, state: query.state, from: query.from, to: query.to },
        unmarkedBefore: query.unmarked ? today() : undefined,
      },
      readSessionCursor(query.cursor),
      query.limit + 1,
    );
    const views = await this.shown.views(rows);
    return pageOf(
      rows,
      query.limit,
      (row) => views.get(row.id)!,
      (row) => [row.date, row.id],
    );
  }

  @Get(':id')
  @Permit('classes.read')
  @Shows(SessionView, { summary: '一个课次 · one session' })
  one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<SessionView> {
    return this.shown.one(ctx, id);
  }

  @Get(':id/stops')
  @Permit('attendance.read')
  @ShowsList(ArrivalView, { summary: '线路各站的到站时刻和人数;不走线路为空 · when it came to each stop of its route; empty without one' })
  async arrivals(@Ctx() ctx: Context, @Param('id', IdPipe) sessionId: number): Promise<ArrivalView[]> {
    return (await this.stops.run(ctx, { sessionId })).map(arrivalView);
  }
}

@ApiTags('sessions')
@Controller('v1/sessions')
export class TimetableController {
  constructor(
    private readonly create: CreateSession,
    private readonly update: UpdateSession,
    private readonly changeState: ChangeSessionState,
    private readonly shown: ShownSessions,
  ) {}

  @Post()
  @Permit('classes.manage')
  @Shows(SessionView, { status: 201, summary: '排课次 · put a session into the timetable' })
  @Refuses('notFound', 'classFinished', 'dateOutsideClass', 'kindNeedsRoute', 'referenceUnknown', 'alreadyExists')
  async add(@Ctx() ctx: Context, @Body() body: SessionFields): Promise<SessionView> {
    return this.shown.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('classes.manage')
  @Shows(SessionView, { summary: '修改课次 · change a session' })
  @Refuses('sessionNotOpen', 'classFinished', 'leadClassMissing', 'dateOutsideClass', 'kindNeedsRoute', 'kindMismatch', 'referenceUnknown')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: SessionChangeFields,
  ): Promise<SessionView> {
    await this.update.run(ctx, { id, version, changes });
    return this.shown.one(ctx, id);
  }

  @Post(':id/state')
  @HttpCode(200)
  @Permit('classes.manage')
  @Shows(SessionView, { summary: '取消、恢复、作废 · cancel, put back, declare void' })
  @Refuses('transitionNotAllowed', 'classFinished')
  async state(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() body: SessionStateFields,
  ): Promise<SessionView> {
    await this.changeState.run(ctx, { id, version, ...body });
    return this.shown.one(ctx, id);
  }
}

@ApiTags('sessions')
@Controller('v1/sessions/:id/viewing-points')
export class ViewingPointsController {
  constructor(
    private readonly add: AddViewingPoint,
    private readonly update: UpdateViewingPoint,
    private readonly remove: RemoveViewingPoint,
    private readonly shown: ShownSessions,
  ) {}

  @Post()
  @Permit('classes.manage')
  @Shows(AddedPointView, { status: 201, summary: '增加集中收看点 · add a viewing point' })
  @Refuses('sessionNotOpen', 'classFinished', 'referenceUnknown', 'alreadyExists')
  async addOne(@Ctx() ctx: Context, @Param('id', IdPipe) sessionId: number, @Body() body: ViewingPointFields): Promise<AddedPointView> {
    return { id: idText((await this.add.run(ctx, { sessionId, ...body })).id) };
  }

  @Patch(':pointId')
  @Permit('classes.manage')
  @Shows(SessionView, { summary: '修改收看点;If-Match 是课次的版本 · correct a viewing point; If-Match is the session’s version' })
  @Refuses('sessionNotOpen', 'classFinished', 'referenceUnknown', 'alreadyExists')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) sessionId: number,
    @Param('pointId', IdPipe) pointId: number,
    @IfMatch() version: number,
    @Body() changes: ViewingPointChangeFields,
  ): Promise<SessionView> {
    await this.update.run(ctx, { sessionId, pointId, version, changes });
    return this.shown.one(ctx, sessionId);
  }

  @Delete(':pointId')
  @HttpCode(204)
  @Permit('classes.manage')
  @ShowsNothing({ summary: '删除没有登记的收看点;If-Match 是课次的版本 · take away a viewing point; If-Match is the session’s version' })
  @Refuses('sessionNotOpen', 'classFinished', 'viewingPointInUse')
  async takeAway(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) sessionId: number,
    @Param('pointId', IdPipe) pointId: number,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.remove.run(ctx, { sessionId, pointId, version });
  }
}
