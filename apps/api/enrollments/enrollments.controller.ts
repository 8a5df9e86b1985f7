import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { EnrollmentRepository, EnrollPeople, RemoveEnrollment, UpdateEnrollment } from '#enrollment';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import {
  Ctx,
  IdPipe,
  idText,
  IfMatch,
  type Page,
  pageOf,
  Permit,
  readCursor,
  Refuses,
  Shows,
  ShowsNothing,
  ShowsPage,
} from '../wire/index.js';
import {
  EnrolledView,
  EnrollmentChangeFields,
  EnrollmentFields,
  EnrollmentQuery,
  enrollmentView,
  EnrollmentView,
} from './enrollments.dto.js';

@ApiTags('enrollments')
@Controller('v1/enrollments')
export class EnrollmentsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly enrollments: EnrollmentRepository,
    private readonly enroll: EnrollPeople,
    private readonly update: UpdateEnrollment,
    private readonly remove: RemoveEnrollment,
  ) {}

  @Get()
  @Permit('rosters.read')
  @ShowsPage(EnrollmentView, { summary: '报名列表 · list enrolments' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: EnrollmentQuery): Promise<Page<EnrollmentView>> {
    const after = readCursor<[number]>(query.cursor, ['number'])?.[0] ?? 0;
    const rows = await this.enrollments.list(
      this.transactions.read,
      scopeOf(ctx, 'rosters.read'),
      { classId: query.class, personId: query.person },
      after,
      query.limit + 1,
    );
    return pageOf(rows, query.limit, enrollmentView, (row) => [row.id]);
  }

  @Get(':id')
  @Permit('rosters.read')
  @Shows(EnrollmentView, { summary: '一条报名 · one enrolment' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<EnrollmentView> {
    return enrollmentView(required(await this.enrollments.find(this.transactions.read, scopeOf(ctx, 'rosters.read'), id), 'notFound'));
  }

  @Post()
  @Permit('rosters.manage')
  @Shows(EnrolledView, { status: 201, summary: '列入花名册 · put people on a roster' })
  @Refuses('notFound', 'referenceUnknown', 'alreadyEnrolled', 'rosterTooLong', 'classFinished')
  async add(@Ctx() ctx: Context, @Body() body: EnrollmentFields): Promise<EnrolledView> {
    return { ids: (await this.enroll.run(ctx, body)).ids.map(idText) };
  }

  @Patch(':id')
  @Permit('rosters.manage')
  @Shows(EnrollmentView, { summary: '修改学号、组别,null 为清空 · correct number and team, null clears' })
  @Refuses('classFinished')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: EnrollmentChangeFields,
  ): Promise<EnrollmentView> {
    await this.update.run(ctx, { id, version, changes });
    const row = await this.enrollments.find(this.transactions.read, scopeOf(ctx, 'rosters.manage'), id);
    return enrollmentView(required(row, 'notFound'));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('rosters.manage')
  @ShowsNothing({ summary: '移出花名册 · take a person off a roster' })
  @Refuses('classFinished')
  async takeOff(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @IfMatch() version: number): Promise<void> {
    await this.remove.run(ctx, { id, version });
  }
}
