import { photosOfSession } from '#contract';
import { type ShowPhotos } from '#attendance';
import { Id, Instant, OneOf, Shown, ShownParts, Text, Uuid, Yes } from '../wire/index.js';

/** What comes beside the photo. */
export class PhotoFields {
  @Id({ example: '7' }) sessionId: number;
  @Instant({ example: '2021-06-08T08:31:00.000Z', about: '手机的时间,只留存 · the phone’s clock, kept and never believed' }) at: string;
}

/** The form, for the document; it is read by hand, part by part. */
export class PhotoForm extends PhotoFields {
  @Shown({ type: 'string', format: 'binary' }, { about: 'JPEG,不超过 400 kB · at most 400 kB' }) file: unknown;
}

export class PhotoVerdictView {
  @Uuid() id: string;
  @OneOf(['accepted', 'already']) verdict: 'accepted' | 'already';
}

export class RemovalFields {
  @Text({ min: 2, max: 200, example: '照片里是别的课' }) reason: string;
}

export class PhotoView {
  @Uuid() id: string;
  @Instant({ about: '手机的时间 · by the phone’s clock' }) takenAt: string;
  @Instant() receivedAt: string;
  @Text({ max: 60, nullable: true, example: '示例教师', about: '交来的账号 · whose account handed it over' }) by: string | null;
  @Yes({ example: false, about: '交来时手机已停用 · from a phone that was revoked by then' }) revokedDevice: boolean;
}

export class SessionPhotosView {
  @Yes({ about: '可以拍照 · photos may be taken' }) wanted: boolean;
  @ShownParts(() => PhotoView, { about: `至多 ${photosOfSession} 张 · at most ${photosOfSession}` }) items: PhotoView[];
}

export const sessionPhotosView = ({ wanted, photos }: Awaited<ReturnType<ShowPhotos['run']>>): SessionPhotosView => ({
  wanted,
  items: photos.map(({ id, takenAt, receivedAt, by, fromRevoked }) => ({
    id,
    takenAt: takenAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    by,
    revokedDevice: fromRevoked,
  })),
});
