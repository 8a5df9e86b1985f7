import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EnterHall, type SeenCode, ShowHall, SignInHere } from '#attendance';
import type { Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { Ctx, IdPipe, Permit, Public, Refuses, Shows } from '../wire/index.js';
import { HallCodeFields, HallEntryView, hallEntryView, HallMarkFields, HallMarkView, HallView, hallView } from './hall.dto.js';

@ApiTags('hall')
@Controller('v1/here')
export class HallController {
  constructor(
    private readonly enter: EnterHall,
    private readonly sign: SignInHere,
  ) {}

  @Post('tickets')
  @Public()
  @Shows(HallEntryView, { status: 201, summary: '看到会场码的人领一张登记票 · who has seen the code of a hall gets a ticket' })
  @Refuses('hallCodeWrong', 'hallEarly', 'hallOver', 'sessionNotOpen', 'signInLocked')
  async ticket(@Ctx() ctx: Context, @Body() fields: HallCodeFields): Promise<HallEntryView> {
    return hallEntryView(await this.enter.run(ctx, seenIn(fields)));
  }

  @Post('marks')
  @HttpCode(200)
  @Public()
  @Shows(HallMarkView, { summary: '本人登记到课;回答丢了可以再来 · a person signs in; may be sent again' })
  @Refuses('hallTicketEnded', 'hallNotFound', 'hallTicketUsed', 'signInLocked')
  async mark(@Ctx() ctx: Context, @Body() fields: HallMarkFields): Promise<HallMarkView> {
    return this.sign.run(ctx, fields);
  }
}

@ApiTags('hall')
@Controller('v1/sessions/:id/hall')
export class HallScreenController {
  constructor(private readonly hall: ShowHall) {}

  @Get()
  @Permit('attendance.settle')
  @Shows(HallView, {
    summary: '大屏幕上的会场码:何时可登记,多少人已登记 · the hall code on a big screen: when it works, who has signed in',
  })
  async screen(@Ctx() ctx: Context, @Param('id', IdPipe) sessionId: number): Promise<HallView> {
    return hallView(await this.hall.run(ctx, { sessionId }));
  }
}

function seenIn({ sessionId, code, slot, viewingPointId, digits }: HallCodeFields): SeenCode {
  if (digits !== undefined && sessionId === undefined && code === undefined && slot === undefined && viewingPointId === undefined)
    return { digits };
  if (digits === undefined && sessionId !== undefined && code !== undefined) return { sessionId, code, slot, viewingPointId };
  throw new Refusal('invalidFields', { fields: [{ field: digits === undefined ? 'digits' : 'code', fault: 'required' }] });
}
