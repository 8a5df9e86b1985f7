import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EnrollDevice } from '#accounts';
import type { Context } from '#platform/context';
import { Ctx, Public, Refuses, Shows } from '../wire/index.js';
import { EnrolledDeviceView, FieldEnrollmentRequest } from './devices.dto.js';

@ApiTags('field')
@Controller('v1/field')
export class FieldEnrollmentController {
  constructor(private readonly enroll: EnrollDevice) {}

  @Post('enrollments')
  @Public()
  @Shows(EnrolledDeviceView, {
    status: 201,
    summary: '手机凭登记码得到自己的令牌;回答丢了可以再来 · A phone’s own token for a code; the same phone may ask again',
  })
  @Refuses('invitationUnknown', 'invitationUsed', 'invitationExpired', 'accountDisabled', 'signInLocked')
  async add(@Ctx() ctx: Context, @Body() body: FieldEnrollmentRequest): Promise<EnrolledDeviceView> {
    const enrolled = await this.enroll.run(ctx, body);
    return { ...enrolled, instructor: enrolled.holder };
  }
}
