import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { TakeUnsent } from '#attendance';
import { type Context } from '#platform/context';
import { readSentFile } from '../imports/sent-file.js';
import { Ctx, Keyless, Permit, Refuses, Shows } from '../wire/index.js';
import { readUnsentFile } from './read-unsent-file.js';
import { ShownUnsent } from './shown-unsent.js';
import { TakenUnsentView, UnsentForm } from './unsent.dto.js';

@ApiTags('marks')
@Controller('v1/marks/unsent')
export class UnsentController {
  constructor(
    private readonly taking: TakeUnsent,
    private readonly shown: ShownUnsent,
  ) {}

  @Post()
  @HttpCode(200)
  @Permit('attendance.settle')
  @Keyless()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UnsentForm })
  @Shows(TakenUnsentView, {
    summary: '收手机导出的待发文件,如同手机自己交来 · take the file of what waits on a phone, as if the phone had come',
  })
  @Refuses('fileMissing', 'bodyTooLarge', 'unsentFileInvalid', 'unsentFileNewer', 'unsentFileAltered')
  async take(@Ctx() ctx: Context, @Req() request: FastifyRequest): Promise<TakenUnsentView> {
    const file = readUnsentFile((await readSentFile(request, [])).bytes);
    return this.shown.view(file, await this.taking.run(ctx, file));
  }
}
