import { type DeviceRow } from '#accounts';
import { Id, idText, Instant, Nested, PageQuery, Text, Uuid, Whole, Yes } from '../wire/index.js';

const code = { max: 22, example: 'q5yGxk0mTtC9b2Zr1uVw3A', about: '只显示一次 · shown once' };
const lost = {
  min: 1,
  max: 1_000_000,
  example: 3,
  about: '浏览器清掉时还没交的条数,不论谁的 · records of whomever, not yet sent when the browser cleared the phone',
};
const lostOf = { max: 60, min: 0, example: '示例教师', about: '当时是谁的手机 · whose phone it was' };
const label = { max: 100, example: '红米 Note', about: '手机的名字 · what the phone is called' };

export class DevicesQuery extends PageQuery {
  @Text({ max: 60, optional: true, example: '王', about: '账号或姓名的一部分 · a part of the account or the name' }) q?: string;
}

export class InvitationRequest {
  @Id({ optional: true, about: '为哪位教师登记手机,与 userId 二者填一 · the instructor whose phone it is to be: this or userId' })
  instructorId?: number;
  @Id({ optional: true, about: '或为哪个账号,如班主任的 · or the account, as of a class head: this or instructorId' }) userId?: number;
}

export class InvitationView {
  @Text({ ...code, min: 22 }) code: string;
  @Instant() expiresAt: string;
  @Text({ max: 60, example: '示例教师' }) name: string;
}

export class RevocationRequest {
  @Yes({ example: false, about: '同时让手机忘掉名单 · the phone is to forget names and token, too' }) wipe: boolean;
}

export class PhoneLossFields {
  @Whole(lost) count: number;
  @Text(lostOf) of: string;
}

export class FieldEnrollmentRequest {
  @Text({ max: 22, pattern: /^[\w-]{22}$/, example: code.example, about: '登记码 · the code of the invitation' }) code: string;
  @Uuid({ about: '手机自己编的编号 · made by the phone' }) deviceId: string;
  @Text({ ...label, optional: true }) label?: string;
  @Nested(() => PhoneLossFields, { optional: true, about: '被浏览器清掉过的手机说 · told by a phone that was cleared' })
  lost?: PhoneLossFields;
}

export class EnrolledDeviceView {
  @Text({ max: 43, example: 'M3Jhb…', about: '只显示一次 · shown once' }) token: string;
  @Text({ max: 60, example: '示例教师' }) name: string;
  @Text({
    max: 20,
    example: '5',
    about:
      '手机凭它分清各人的登记:教师的编号,不是教师的为 user#账号编号 · tells the records of one holder from those of another: the instructor’s id, or user# and that of the account',
  })
  holder: string;
  @Text({ max: 20, example: '5', about: '同上,供旧版应用 · the same, as apps of before read it' }) instructor: string;
}

export class DeviceView {
  @Id() id: string;
  @Id() userId: string;
  @Text({ max: 60, example: 'instructor' }) account: string;
  @Text({ max: 60, example: '示例教师' }) name: string;
  @Id({ nullable: true }) instructorId: string | null;
  @Text({ ...label, nullable: true }) label: string | null;
  @Instant() firstSeenAt: string;
  @Instant() lastSeenAt: string;
  @Text({ max: 40, nullable: true, example: '1.0.0', about: '应用的版本 · version of the app' }) app: string | null;
  @Whole({
    min: 0,
    max: 1_000_000,
    nullable: true,
    example: 0,
    about: '手机上还在等的条数,手机最后说的 · what waits on it, as it last said',
  })
  waiting: number | null;
  @Whole({
    min: -10_000_000_000,
    max: 10_000_000_000,
    nullable: true,
    example: 2,
    about: '服务器的钟比手机快几秒 · by how many seconds the server’s clock is ahead',
  })
  skewSeconds: number | null;
  @Whole({ ...lost, nullable: true }) lost: number | null;
  @Text({ ...lostOf, nullable: true }) lostOf: string | null;
  @Instant({ nullable: true, about: '手机何时说的 · when it said so' }) lostAt: string | null;
  @Yes({ about: '凭登记码登记过 · let in by an invitation' }) enrolled: boolean;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Yes({ example: false, about: '要它忘掉名单 · told to forget whom it knows' }) wipe: boolean;
}

export const deviceView = ({ uuid: _uuid, ...row }: DeviceRow): DeviceView => ({
  ...row,
  id: idText(row.id),
  userId: idText(row.userId),
  instructorId: row.instructorId === null ? null : idText(row.instructorId),
  firstSeenAt: row.firstSeenAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  lostAt: row.lostAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
