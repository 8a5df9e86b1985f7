import { type DeviceReport, type DeviceStanding, explainRefusal, refusalCodes, type Verdict } from '#contract';
import { Instant, Nested, OneOf, ShownPart, ShownParts, Text, type Told, Uuid, Whole, Yes } from '../wire/index.js';
import { Facts, HeadCountEventShape, MarkEventShape } from './facts.dto.js';

export class DeviceReportFields implements Told<DeviceReport> {
  @Text({ max: 40, example: '1.0.0', about: '应用的版本 · version of the app' }) app: string;
  @Whole({
    min: 0,
    max: 1_000_000,
    example: 0,
    about: '手机上还在等的条数,不含这一包 · what still waits on the phone, without this packet',
  })
  waiting: number;
  @Instant({ about: '手机发出时的时间 · the phone’s clock as this leaves' }) sentAt: string;
}

export class PacketFields {
  @Uuid({ about: '手机自己编的编号;用手机自己的令牌时以令牌为准 · made by the phone; its own token outweighs it' }) deviceId: string;
  @Nested(() => DeviceReportFields, { optional: true, about: '手机说的自己的情况 · what the phone says of itself' })
  device?: DeviceReportFields;
  @Facts(() => MarkEventShape) marks: unknown[];
  @Facts(() => HeadCountEventShape, true) headCounts?: unknown[];
}

export class VerdictView implements Verdict {
  @Text({ max: 64, min: 0, example: '7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20', about: '原样写回 · as it came' }) id: string;
  @OneOf(['accepted', 'already', 'conflict', 'review', 'refused']) verdict: Verdict['verdict'];
  @OneOf(refusalCodes.filter((code) => explainRefusal(code).status < 500), { optional: true, example: 'offRoster' })
  code?: Verdict['code'];
}

export class DeviceStandingView implements Told<DeviceStanding> {
  @Yes({ example: false, about: '这部手机已停用,登记照收,请人核对 · this phone is revoked: its marks are kept and flagged' })
  revoked: boolean;
  @Yes({ example: false, about: '交完后请忘掉名单和令牌 · forget names and token once nothing waits' }) wipe: boolean;
}

export class VerdictsView {
  @ShownParts(() => VerdictView, { about: '每条一个,顺序如来 · one each, in the order sent' }) verdicts: VerdictView[];
  @Instant() serverTime: string;
}

/** To a phone, with what it should know of itself. */
export class PacketAnswerView extends VerdictsView {
  @ShownPart(() => DeviceStandingView) device: DeviceStandingView;
}
