import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { ShowGrid } from '#attendance';
import { EnrollmentRepository } from '#enrollment';
import { isDate, today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ChangeClassState, type ClassOrder, type ClassPlace, ClassRepository, CreateClass, UpdateClass } from '#schedule';
import { displayName } from '#units';
import { Ctx, IdPipe, idText, IfMatch, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import {
  ClassChangeFields,
  ClassFields,
  ClassQuery,
  ClassStateFields,
  ClassView,
  gridView,
  GridView,
  RosterEntry,
  RosterView,
} from './classes.dto.js';
import { ShownClasses } from './shown-classes.js';

@ApiTags('classes')
@Controller('v1/classes')
export class ClassesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly shown: ShownClasses,
    private readonly create: CreateClass,
    private readonly update: UpdateClass,
    private readonly changeState: ChangeClassState,
  ) {}

  @Get()
  @Permit('classes.read')
  @ShowsPage(ClassView, { summary: '培训班列表 · list classes' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: ClassQuery): Promise<Page<ClassView>> {
    const { kind, state, unit: unitId, from, to, code, q, order = 'id' } = query;
    const after = placeAfter(query.cursor, order);
    const rows = await this.classes.list(
      this.transactions.read,
      scopeOf(ctx, 'classes.read'),
      { kind, state, unitId, from, to, code, q, unclosedBefore: query.unclosed ? today() : undefined },
      { order, after, limit: query.limit + 1 },
    );
    const views = await this.shown.views(rows);
    return pageOf(
      rows,
      query.limit,
      (row) => views.get(row.id)!,
      (row) => (order === 'newest' ? [row.startsOn, row.id] : [row.id]),
    );
  }

  @Get(':id')
  @Permit('classes.read')
  @Shows(ClassView, { summary: '一个培训班 · one class' })
  one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<ClassView> {
    return this.shown.one(ctx, id);
  }

  @Post()
  @Permit('classes.manage')
  @Shows(ClassView, { status: 201, summary: '新建培训班(草稿),可带首批课次 · create a class as a draft, with its first sessions' })
  @Refuses('referenceUnknown', 'datesReversed', 'alreadyExists', 'dateOutsideClass', 'kindNeedsRoute')
  async add(@Ctx() ctx: Context, @Body() body: ClassFields): Promise<ClassView> {
    return this.one(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('classes.manage')
  @Shows(ClassView, { summary: '修改培训班 · change a class' })
  @Refuses('referenceUnknown', 'datesReversed', 'dateOutsideClass', 'classFinished', 'alreadyExists')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: ClassChangeFields,
  ): Promise<ClassView> {
    await this.update.run(ctx, { id, version, changes });
    return this.one(ctx, id);
  }

  @Post(':id/state')
  @HttpCode(200)
  @Permit('classes.manage')
  @Shows(ClassView, { summary: '发布、开班、结班、取消、作废 · move a class along its states' })
  @Refuses('transitionNotAllowed', 'classNeedsSession', 'classHeld')
  async state(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() body: ClassStateFields,
  ): Promise<ClassView> {
    await this.changeState.run(ctx, { id, version, ...body });
    return this.one(ctx, id);
  }
}

/** Where a page of the list begins. @throws Refusal cursorInvalid */
function placeAfter(cursor: string | undefined, order: ClassOrder): ClassPlace | null {
  if (order === 'id') {
    const key = readCursor<[number]>(cursor, ['number']);
    return key && { id: key[0], startsOn: '' };
  }
  const key = readCursor<[string, number]>(cursor, ['string', 'number']);
  // Databases differ in what they make of a date that is none.
  if (key && !isDate(key[0])) throw new Refusal('cursorInvalid');
  return key && { startsOn: key[0], id: key[1] };
}

/** Rosters and attendance of a class answer whole: up to 3,000 people. */
@ApiTags('classes')
@ApiExtraModels(RosterEntry)
@Controller('v1/classes')
export class ClassSheetsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly showGrid: ShowGrid,
  ) {}

  @Get(':id/roster')
  @Permit('rosters.read')
  @Shows(RosterView, { summary: '花名册 · the roster, whole' })
  async roster(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<RosterView> {
    const db = this.transactions.read;
    required(await this.classes.find(db, scopeOf(ctx, 'rosters.read'), id), 'notFound');
    const rows = await this.enrollments.rosters(db, [id]);
    return {
      classId: idText(id),
      people: rows.map((row) => ({
        id: idText(row.id),
        personId: idText(row.personId),
        name: row.name,
        unit: displayName(row.unitName),
        last4: row.last4,
        rosterNo: row.rosterNo,
        team: row.team,
        version: row.version,
      })),
    };
  }

  @Get(':id/grid')
  @Permit('attendance.read')
  @Shows(GridView, { summary: '考勤表:人员 × 半天 · attendance, people × half-days' })
  async grid(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<GridView> {
    return gridView(await this.showGrid.run(ctx, { classId: id }));
  }
}
