import {
  attendanceStatuses,
  type AttendanceStatus,
  factNameLimit,
  factReasonLimit,
  type HeadCountEvent,
  headCountLimit,
  headCountMethods,
  type HeadCountMethod,
  headCountModes,
  type HeadCountMode,
  type MarkEvent,
  markMethods,
  type MarkMethod,
  packetLimit,
  rollCallLimit,
  replacesLimit,
} from '#contract';
import { type ApiPropertyOptions } from '@nestjs/swagger';
import { AsItCame, field } from '../wire/field.js';
import { Id, Instant, OneOf, type Shape, Shown, ShownPart, Text, type Told, Uuid, Whole } from '../wire/index.js';

/**
 * A list whose items are judged one by one by the use case: a malformed mark gets its own verdict and spoils no other. The shape
 * is for the document alone.
 */
export const Facts = (shape: Shape, optional = false): PropertyDecorator =>
  field(
    { optional },
    { type: () => shape(), isArray: true, maxItems: packetLimit } as ApiPropertyOptions,
    [
      { fault: 'list', holds: Array.isArray },
      { fault: 'tooMany', allowed: { max: packetLimit }, holds: (value) => (value as unknown[]).length <= packetLimit },
    ],
    [AsItCame()],
  );

const ownId = { about: '客户端生成的编号,重发时不变 · made by the client, the same when sent again' };
const replaced = {
  type: 'array',
  items: { type: 'string', format: 'uuid' },
  maxItems: replacesLimit,
  example: [],
  description: '本条取代的各条的编号 · ids of those whose place it takes',
} as const;

export class WalkInShape implements Told<NonNullable<MarkEvent['walkIn']>> {
  @Text({ max: factNameLimit, example: '示例村民' }) name: string;
  @Text({ max: factNameLimit, optional: true, example: '邻村' }) village: string | undefined;
  @Text({ max: 4, optional: true, pattern: /^\d{4}$/, example: '0123', about: '手机号后四位' }) phoneTail: string | undefined;
}

/** A mark as it is handed over. */
export class MarkEventShape implements Told<MarkEvent> {
  @Uuid(ownId) id: string;
  @Id({ example: '7' }) sessionId: string;
  @Whole({ min: 1, max: rollCallLimit, optional: true, example: 1, about: '第几次点名,缺省 1 · roll call of the half-day, 1 unless told' })
  slot: number;
  @Id({ optional: true, example: '12', about: '与 walkIn 二选一 · either this or walkIn' }) personId: string | undefined;
  @ShownPart(() => WalkInShape, { optional: true }) walkIn: WalkInShape | undefined;
  @Id({ optional: true, about: '收看点,缺省为主课堂 · the main room unless told' }) viewingPointId: string | undefined;
  @OneOf(attendanceStatuses) status: AttendanceStatus;
  @OneOf(markMethods) method: MarkMethod;
  @Instant({ example: '2021-06-08T08:31:00.000Z', about: '手机的时间,只留存 · the phone’s clock, kept and never believed' }) at: string;
  @Shown(replaced, { optional: true }) replaces: string[] | undefined;
  @Text({ max: 200, optional: true }) note: string | undefined;
  @Text({ max: factReasonLimit, optional: true, about: '事由' }) reason: string | undefined;
  @Text({ max: factNameLimit, optional: true, about: '见证人' }) witness: string | undefined;
}

/** A head count as it is handed over. */
export class HeadCountEventShape implements Told<HeadCountEvent> {
  @Uuid({ ...ownId, example: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed' }) id: string;
  @Id({ example: '7' }) sessionId: string;
  @Id({ optional: true, about: '收看点,缺省为主课堂 · the main room unless told' }) viewingPointId: string | undefined;
  @OneOf(headCountModes) mode: HeadCountMode;
  @Whole({ min: 0, max: headCountLimit, example: 46 }) count: number;
  @OneOf(headCountMethods) method: HeadCountMethod;
  @Text({ max: factNameLimit, example: '村文书' }) countedBy: string;
  @Instant({ example: '2021-06-08T08:40:00.000Z' }) at: string;
  @Shown(replaced, { optional: true }) replaces: string[] | undefined;
  @Text({ max: 200, optional: true }) note: string | undefined;
}
