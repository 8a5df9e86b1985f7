import { explainRefusal, refusalCodes, type Verdict } from '#contract';
import { Instant, OneOf, ShownParts, Text, Uuid } from '../wire/index.js';
import { Facts, HeadCountEventShape, MarkEventShape } from './facts.dto.js';

export class PacketFields {
  @Uuid() deviceId: string;
  @Facts(() => MarkEventShape) marks: unknown[];
  @Facts(() => HeadCountEventShape, true) headCounts?: unknown[];
}

export class VerdictView implements Verdict {
  @Text({ max: 64, min: 0, example: '7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20', about: '原样写回 · as it came' }) id: string;
  @OneOf(['accepted', 'already', 'conflict', 'review', 'refused']) verdict: Verdict['verdict'];
  @OneOf(refusalCodes.filter((code) => explainRefusal(code).status < 500), { optional: true, example: 'offRoster' })
  code?: Verdict['code'];
}

export class VerdictsView {
  @ShownParts(() => VerdictView, { about: '每条一个,顺序如来 · one each, in the order sent' }) verdicts: VerdictView[];
  @Instant() serverTime: string;
}
