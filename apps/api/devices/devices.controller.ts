import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bundlesAllowing, scopeOf } from '#access';
import { InviteDevice, type InviteDeviceInput, ListDevices, RevokeDevice } from '#accounts';
import type { Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { Ctx, IdPipe, Keyless, type Page, pageOf, Permit, readCursor, Refuses, Shows, ShowsPage } from '../wire/index.js';
import { DevicesQuery, DeviceView, deviceView, InvitationRequest, InvitationView, RevocationRequest } from './devices.dto.js';

@ApiTags('devices')
@Controller('v1/devices')
export class DevicesController {
  constructor(
    private readonly devices: ListDevices,
    private readonly invite: InviteDevice,
    private readonly revoke: RevokeDevice,
  ) {}

  @Get()
  @Permit('devices.manage')
  @ShowsPage(DeviceView, { summary: '手机列表 · Phones of accounts that hold something in my scope' })
  @Refuses('cursorInvalid')
  async list(@Ctx() ctx: Context, @Query() { q, limit, cursor }: DevicesQuery): Promise<Page<DeviceView>> {
    const beforeId = readCursor<[number]>(cursor, ['number'])?.[0] ?? null;
    const rows = await this.devices.run(ctx, { scope: scopeOf(ctx, 'devices.manage'), beforeId, q, limit: limit + 1 });
    return pageOf(rows, limit, deviceView, (row) => [row.id]);
  }

  @Get(':id')
  @Permit('devices.manage')
  @Shows(DeviceView, { summary: '一部手机 · One phone' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) deviceId: number): Promise<DeviceView> {
    return deviceView(await this.devices.one(ctx, { scope: scopeOf(ctx, 'devices.manage'), deviceId }));
  }

  @Post('invitations')
  @Permit('devices.manage')
  @Keyless()
  @Shows(InvitationView, {
    status: 201,
    summary: '为教师或一个账号(班主任)出登记码,一部手机用一次,24 小时有效 · A code for one phone of an instructor or an account, for a day',
  })
  @Refuses('referenceUnknown', 'accountDisabled', 'accountCannotMark')
  async invitation(@Ctx() ctx: Context, @Body() body: InvitationRequest): Promise<InvitationView> {
    const markers = bundlesAllowing('attendance.mark');
    const made = await this.invite.run(ctx, { scope: scopeOf(ctx, 'devices.manage'), whom: whomOf(body), markers });
    return { ...made, expiresAt: made.expiresAt.toISOString() };
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Permit('devices.manage')
  @Shows(DeviceView, {
    summary: '停用手机:不再给它名单,它还没交的照收,请人核对 · Revoke: it is given nothing, what waits on it is taken and flagged',
  })
  @Refuses('deviceNotEnrolled')
  async end(@Ctx() ctx: Context, @Param('id', IdPipe) deviceId: number, @Body() { wipe }: RevocationRequest): Promise<DeviceView> {
    await this.revoke.run(ctx, { scope: scopeOf(ctx, 'devices.manage'), deviceId, wipe });
    return this.one(ctx, deviceId);
  }
}

function whomOf({ instructorId, userId }: InvitationRequest): InviteDeviceInput['whom'] {
  if (instructorId !== undefined && userId !== undefined)
    throw new Refusal('invalidFields', { fields: [{ field: 'userId', fault: 'unexpected' }] });
  if (userId !== undefined) return { userId };
  if (instructorId !== undefined) return { instructorId };
  throw new Refusal('invalidFields', { fields: [{ field: 'instructorId', fault: 'required' }] });
}
