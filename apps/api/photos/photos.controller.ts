import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { RemovePhoto, ShowPhotos, TakePhoto } from '#attendance';
import { photoLimit } from '#contract';
import { type Context } from '#platform/context';
import { readSentFile } from '../imports/sent-file.js';
import { FieldsPipe } from '../wire/fields-pipe.js';
import { Ctx, IdPipe, Keyless, Permit, PermitInField, Refuses, Shows, ShowsJpeg, ShowsNothing, UuidPipe } from '../wire/index.js';
import { PhotoFields, PhotoForm, PhotoVerdictView, RemovalFields, SessionPhotosView, sessionPhotosView } from './photos.dto.js';

/** Photos of sessions: evidence beside the marks, where a unit has switched it on. */
@ApiTags('photos')
@Controller('v1')
export class PhotosController {
  private readonly fields = new FieldsPipe();

  constructor(
    private readonly taking: TakePhoto,
    private readonly shown: ShowPhotos,
    private readonly removal: RemovePhoto,
  ) {}

  @Put('field/photos/:id')
  @PermitInField('attendance.mark', 'revokedToo')
  @Keyless()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PhotoForm })
  @Shows(PhotoVerdictView, { summary: '交一张照片,编号由手机编 · hand over a photo, under the id that the phone made' })
  @Refuses('fileMissing', 'photoInvalid', 'photoConflict', 'sessionUnknown', 'photosOff', 'photosFull')
  async take(@Ctx() ctx: Context, @Param('id', UuidPipe) id: string, @Req() request: FastifyRequest): Promise<PhotoVerdictView> {
    const { bytes, fields } = await readSentFile(request, ['sessionId', 'at'], photoLimit);
    const said = this.fields.transform(fields, { type: 'body', metatype: PhotoFields }) as PhotoFields;
    return { id, verdict: await this.taking.run(ctx, { id, ...said, bytes }) };
  }

  @Get('sessions/:id/photos')
  @Permit('attendance.read')
  @Shows(SessionPhotosView, { summary: '一个课次的照片 · the photos of a session' })
  async list(@Ctx() ctx: Context, @Param('id', IdPipe) id: number): Promise<SessionPhotosView> {
    return sessionPhotosView(await this.shown.run(ctx, id));
  }

  @Get('photos/:id/file')
  @Permit('attendance.read')
  @Header('cache-control', 'private, max-age=300')
  @ShowsJpeg({ summary: '照片 · the photo itself' })
  async file(@Ctx() ctx: Context, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.shown.bytes(ctx, id), { type: 'image/jpeg', disposition: 'inline' });
  }

  @Post('photos/:id/remove')
  @HttpCode(204)
  @Permit('attendance.settle')
  @ShowsNothing({ summary: '删除照片,写明原因 · destroy a photo, saying why' })
  async remove(@Ctx() ctx: Context, @Param('id', UuidPipe) id: string, @Body() { reason }: RemovalFields): Promise<void> {
    await this.removal.run(ctx, { id, reason });
  }
}
