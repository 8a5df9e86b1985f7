import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { CreatePerson, PersonRepository, UpdatePerson } from '#people';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Ctx, IdPipe, IfMatch, Keyless, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { PersonChangeFields, PersonFields, PersonQuery, PersonView } from './people.dto.js';
import { PersonAnswer } from './person-answer.js';
import { ShownPeople } from './shown-people.js';

@ApiTags('people')
@Controller('v1/people')
export class PeopleController {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly shown: ShownPeople,
    private readonly answer: PersonAnswer,
    private readonly create: CreatePerson,
    private readonly update: UpdatePerson,
  ) {}

  @Get()
  @Permit('people.read')
  @ShowsPage(PersonView, { summary: '人员列表 · list people' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() { limit, cursor, unit: unitId, ...filter }: PersonQuery): Promise<Page<PersonView>> {
    const after = readCursor<[number]>(cursor, ['number'])?.[0] ?? 0;
    const db = this.transactions.read;
    const rows = await this.people.list(db, scopeOf(ctx, 'people.read'), { ...filter, unitId }, after, limit + 1);
    const views = await this.shown.views(db, rows);
    return pageOf(
      views,
      limit,
      (view) => view,
      (view) => [Number(view.id)],
    );
  }

  /** An address ends up in histories and in the logs of whoever carries it: who looks for somebody writes names and digits here. */
  @Post('search')
  @HttpCode(200)
  @Permit('people.read')
  @Keyless()
  @ShowsPage(PersonView, { summary: '查找人员:与列表相同,条件不写进地址 · the same list, with what is looked for kept out of the address' })
  @Refuses('cursorInvalid')
  search(@Ctx() ctx: Context, @Body() query: PersonQuery): Promise<Page<PersonView>> {
    return this.list(ctx, query);
  }

  @Get(':id')
  @Permit('people.read')
  @Shows(PersonView, { summary: '一个人员 · one person' })
  one(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<PersonView> {
    return this.answer.of(ctx, id);
  }

  @Post()
  @Permit('people.manage')
  @Shows(PersonView, { status: 201, summary: '登记人员 · put a person on the register' })
  @Refuses('referenceUnknown', 'unitRetired', 'alreadyExists', 'identityInvalid', 'identityTaken', 'datesReversed')
  async add(@Ctx() ctx: Context, @Body() body: PersonFields): Promise<PersonView> {
    return this.answer.of(ctx, (await this.create.run(ctx, body)).id);
  }

  @Patch(':id')
  @Permit('people.manage')
  @Shows(PersonView, { summary: '修改人员信息 · change what is known of a person' })
  @Refuses('personMerged', 'alreadyExists', 'identityInvalid', 'identityTaken', 'datesReversed')
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) id: number,
    @IfMatch() version: number,
    @Body() changes: PersonChangeFields,
  ): Promise<PersonView> {
    await this.update.run(ctx, { id, version, changes });
    return this.answer.of(ctx, id);
  }
}
