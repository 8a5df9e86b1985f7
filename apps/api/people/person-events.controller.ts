import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddPosition, EndPosition, MergePeople, MovePerson, RevealNumber, UnmergePeople } from '#people';
import { type Context } from '#platform/context';
import { Ctx, IdPipe, idText, IfMatch, Keyless, Permit, Refuses, Shows } from '../wire/index.js';
import { MergeFields, MoveFields, PersonView, PositionEndFields, PositionFields, RevealedView, RevealFields } from './people.dto.js';
import { PersonAnswer } from './person-answer.js';

/** What happens to a person: positions begin and end. */
@ApiTags('people')
@Controller('v1/people/:id')
export class PositionsController {
  constructor(
    private readonly answer: PersonAnswer,
    private readonly addition: AddPosition,
    private readonly ending: EndPosition,
  ) {}

  @Post('positions')
  @Permit('people.manage')
  @Shows(PersonView, { status: 201, summary: '任职 · record a term in a position' })
  @Refuses('personMerged', 'referenceUnknown', 'unitRetired', 'datesReversed', 'positionOverlaps')
  async add(@Ctx() ctx: Context, @Param('id', IdPipe) personId: number, @Body() body: PositionFields): Promise<PersonView> {
    await this.addition.run(ctx, { personId, ...body });
    return this.answer.of(ctx, personId);
  }

  @Patch('positions/:positionId')
  @Permit('people.manage')
  @Shows(PersonView, { summary: '卸任 · set the last day of a term; If-Match is the position’s version' })
  @Refuses('personMerged', 'datesReversed', 'positionOverlaps')
  async end(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) personId: number,
    @Param('positionId', IdPipe) positionId: number,
    @IfMatch() version: number,
    @Body() { to }: PositionEndFields,
  ): Promise<PersonView> {
    await this.ending.run(ctx, { personId, positionId, version, to });
    return this.answer.of(ctx, personId);
  }
}

/** A person moves, turns out to be another, or must be told apart again; a number is looked at. */
@ApiTags('people')
@Controller('v1/people/:id')
export class PersonEventsController {
  constructor(
    private readonly answer: PersonAnswer,
    private readonly moving: MovePerson,
    private readonly merging: MergePeople,
    private readonly unmerging: UnmergePeople,
    private readonly revealing: RevealNumber,
  ) {}

  @Post('move')
  @HttpCode(200)
  @Permit('people.manage')
  @Shows(PersonView, { summary: '调动单位 · the person belongs to another unit from a day on' })
  @Refuses('personMerged', 'referenceUnknown', 'unitRetired')
  async move(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Body() body: MoveFields): Promise<PersonView> {
    await this.moving.run(ctx, { id, ...body });
    return this.answer.of(ctx, id);
  }

  @Post('merge')
  @HttpCode(200)
  @Permit('people.merge')
  @Shows(PersonView, { summary: '并入另一记录(同一人) · two records are one person' })
  @Refuses('referenceUnknown', 'mergeWithSelf', 'alreadyMerged', 'versionMismatch')
  async merge(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Body() body: MergeFields): Promise<PersonView> {
    await this.merging.run(ctx, { id, ...body });
    return this.answer.of(ctx, id);
  }

  @Post('unmerge')
  @HttpCode(200)
  @Permit('people.merge')
  @Shows(PersonView, { summary: '撤销合并 · take a merge back' })
  @Refuses('notMerged')
  async unmerge(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<PersonView> {
    await this.unmerging.run(ctx, { id });
    return this.answer.of(ctx, id);
  }

  @Post('reveal')
  @HttpCode(200)
  @Permit('people.reveal')
  @Keyless()
  @Shows(RevealedView, { summary: '查看完整号码(留痕) · show a number in full; who and why is kept' })
  async reveal(@Ctx() ctx: Context, @Param('id', IdPipe) id: number, @Body() body: RevealFields): Promise<RevealedView> {
    const { number, value } = await this.revealing.run(ctx, { id, ...body });
    return { id: idText(id), number, value };
  }
}
