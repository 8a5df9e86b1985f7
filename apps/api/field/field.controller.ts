import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordDevice } from '#accounts';
import { ReceiveMarks, ServePack } from '#attendance';
import { packetLimit } from '#contract';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { Ctx, Keyless, Permit, Refuses, Shows } from '../wire/index.js';
import { PacketFields, VerdictsView } from './field.dto.js';
import { PackQuery, PackView } from './pack.dto.js';

@ApiTags('field')
@Controller('v1')
export class FieldController {
  constructor(
    private readonly receive: ReceiveMarks,
    private readonly pack: ServePack,
    private readonly devices: RecordDevice,
  ) {}

  @Post('field/marks')
  @HttpCode(200)
  @Permit('attendance.mark')
  @Keyless()
  @Shows(VerdictsView, { summary: '交登记:每条一个结果,顺序如来 · hand over marks; a verdict each, in the order sent' })
  async marks(@Ctx() ctx: Context, @Body() packet: PacketFields): Promise<VerdictsView> {
    const many = packet.marks.length + (packet.headCounts?.length ?? 0);
    if (many > packetLimit)
      throw new Refusal('invalidFields', { fields: [{ field: 'marks', fault: 'tooMany', allowed: { max: packetLimit } }] });
    const device = await this.devices.run(ctx, { deviceId: packet.deviceId });
    const { marks, headCounts } = packet;
    // Every fact has an id of its own: a packet needs no other key to be sent again.
    const verdicts = await this.receive.run(
      { ...ctx, idempotency: undefined },
      { marks, headCounts, origin: 'field', deviceId: device.id },
    );
    return { verdicts, serverTime: now().toISOString() };
  }

  @Get('field/pack')
  @Permit('attendance.mark')
  @Shows(PackView, { summary: '离线包:七天前至十四天后 · the offline pack, 7 days back to 14 ahead' })
  @Refuses('cursorInvalid')
  async served(@Ctx() ctx: Context, @Query() query: PackQuery): Promise<PackView> {
    return { ...(await this.pack.run(ctx, query)), serverTime: now().toISOString() };
  }
}
