import { type HallEntry, type ShownHall } from '#attendance';
import { dayParts, type DayPart, rollCallLimit } from '#contract';
import { now } from '#platform/clock';
import { DateText, Id, Instant, OneOf, Text, TimeText, Whole, Yes } from '../wire/index.js';

const ticket = {
  max: 96,
  example: '7-1-0.1623112260000.q5yGxk0mTtC9b2Zr.M3Jhb2Zr1uVw3Aq5yGxk0m',
  about: '凭它登记一个人,10 分钟 · for one person, ten minutes',
};

/** What was scanned, or what was typed. */
export class HallCodeFields {
  @Id({ optional: true, about: '二维码里的课次,与 code 一起 · from the QR, with code' }) sessionId?: number;
  @Text({ max: 16, optional: true, pattern: /^[\w-]{16}$/, example: 'q5yGxk0mTtC9b2Zr', about: '二维码里的码 · from the QR' })
  code?: string;
  @Whole({ min: 1, max: rollCallLimit, optional: true, example: 2, about: '二维码里的第几次点名 · roll call, from the QR' }) slot?: number;
  @Id({ optional: true, about: '二维码里的收看点 · the room, from the QR' }) viewingPointId?: number;
  @Text({
    max: 6,
    optional: true,
    pattern: /^\d{6}$/,
    example: '040926',
    about: '六位数字,没有扫码时 · the six digits, where nothing was scanned',
  })
  digits?: string;
}

export class HallEntryView {
  @Text(ticket) ticket: string;
  @Instant() endsAt: string;
  @Text({ max: 120, example: '猕猴桃授粉技术' }) topic: string;
  @Text({ max: 120, nullable: true }) place: string | null;
  @DateText() date: string;
  @OneOf(dayParts) dayPart: DayPart;
  @TimeText({ nullable: true }) startsAt: string | null;
}

export class HallMarkFields {
  @Text(ticket) ticket: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Text({ max: 4, pattern: /^\d{3}[\dXx]$/, example: '0123', about: '手机号或身份证号后四位 · of phone or ID number' }) last4: string;
}

export class HallMarkView {
  @Yes({ example: false, about: '先前已登记 · signed in before' }) already: boolean;
}

export const hallEntryView = (entry: HallEntry): HallEntryView => ({ ...entry, endsAt: entry.endsAt.toISOString() });

/** What a screen in the hall shows; the codes it works out itself, by the server's clock. */
export class HallView {
  @Text({ max: 22, example: 'q5yGxk0mTtC9b2ZrM3Jhbw', about: '由它算出会场码 · the codes are worked out from it' }) secret: string;
  @Instant({ about: '从此时起可登记 · people sign in from here on' }) opensAt: string;
  @Instant({ about: '到此时为止 · until then' }) endsAt: string;
  @OneOf(['session', 'class'], { nullable: true, about: '课次或班次不在办,谁也登记不了 · not under way, nobody signs in' })
  shut: 'session' | 'class' | null;
  @Whole({ min: 0, max: 1_000_000, example: 12, about: '本人登记的人数 · who signed in themselves' }) signed: number;
  @Whole({ min: 0, max: 1_000_000, example: 57, about: '花名册人数 · people on the rosters of its classes' }) onRoster: number;
  @Instant() serverTime: string;
}

export const hallView = (hall: ShownHall): HallView => ({
  ...hall,
  opensAt: hall.opensAt.toISOString(),
  endsAt: hall.endsAt.toISOString(),
  serverTime: now().toISOString(),
});
