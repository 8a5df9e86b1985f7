import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordDevice } from '#accounts';
import { ListOwnSessions, ReceiveMarks, ServePack } from '#attendance';
import { packetLimit } from '#contract';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { readSessionCursor } from '../sessions/session-cursor.js';
import { Ctx, Keyless, type Page, pageOf, PageQuery, Permit, PermitInField, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { PacketAnswerView, PacketFields } from './field.dto.js';
import { OwnSessionView, ownSessionView } from './own-sessions.dto.js';
import { PackQuery, PackRequest, PackView } from './pack.dto.js';

@ApiTags('field')
@Controller('v1')
export class FieldController {
  constructor(
    private readonly receive: ReceiveMarks,
    private readonly pack: ServePack,
    private readonly own: ListOwnSessions,
    private readonly devices: RecordDevice,
  ) {}

  @Post('field/marks')
  @HttpCode(200)
  @PermitInField('attendance.mark', 'revokedToo')
  @Keyless()
  @Shows(PacketAnswerView, { summary: '交登记:每条一个结果,顺序如来 · hand over marks; a verdict each, in the order sent' })
  async marks(@Ctx() ctx: Context, @Body() packet: PacketFields): Promise<PacketAnswerView> {
    const many = packet.marks.length + (packet.headCounts?.length ?? 0);
    if (many > packetLimit)
      throw new Refusal('invalidFields', { fields: [{ field: 'marks', fault: 'tooMany', allowed: { max: packetLimit } }] });
    const { marks, headCounts } = packet;
    const deviceId = await this.devices.run(ctx, { deviceId: packet.deviceId, report: packet.device });
    // Every fact has an id of its own: a packet needs no other key to be sent again.
    const verdicts = await this.receive.run({ ...ctx, idempotency: undefined }, { marks, headCounts, origin: 'field', deviceId });
    const { revoked = false, wipe = false } = ctx.device ?? {};
    return { verdicts, serverTime: now().toISOString(), device: { revoked, wipe } };
  }

  @Get('field/pack')
  @PermitInField('attendance.mark')
  @Shows(PackView, { summary: '离线包:七天前至十四天后 · the offline pack, 7 days back to 14 ahead' })
  @Refuses('cursorInvalid', 'deviceRevoked')
  async served(@Ctx() ctx: Context, @Query() query: PackQuery): Promise<PackView> {
    if (ctx.device) await this.devices.run(ctx, {});
    return { ...(await this.pack.run(ctx, query)), serverTime: now().toISOString() };
  }

  /** A cursor grows with what was served: in an address it would meet the limits of whatever stands between. */
  @Post('field/pack')
  @HttpCode(200)
  @PermitInField('attendance.mark')
  @Keyless()
  @Shows(PackView, { summary: '同一离线包,cursor 在请求内容里 · the same pack, the cursor in the body' })
  @Refuses('cursorInvalid', 'deviceRevoked')
  async servedAgain(@Ctx() ctx: Context, @Body() request: PackRequest): Promise<PackView> {
    return this.served(ctx, request);
  }

  @Get('field/sessions')
  @Permit('attendance.mark')
  @ShowsPage(OwnSessionView, { summary: '本人的课次,日期同离线包,没有名单 · one’s own sessions on the days of the pack, without rosters' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() query: PageQuery): Promise<Page<OwnSessionView>> {
    const rows = await this.own.run(ctx, { after: readSessionCursor(query.cursor), limit: query.limit + 1 });
    return pageOf(rows, query.limit, ownSessionView, (row) => [row.date, row.id]);
  }
}
