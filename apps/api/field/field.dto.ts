import { type PackSession } from '#attendance';
import { explainRefusal, packetLimit, refusalCodes, type Verdict } from '#contract';
import { field } from '../wire/field.js';
import { Instant, Shown, Text, Uuid, Yes } from '../wire/index.js';

/** A list whose items are judged one by one by the use case: a malformed mark gets its own verdict and spoils no other. */
export const Facts = (what: 'MarkEvent' | 'HeadCountEvent', optional: boolean): PropertyDecorator =>
  field(
    { optional },
    { type: 'array', maxItems: packetLimit, items: { type: 'object', additionalProperties: true, title: what }, example: [examples[what]] },
    [
      { fault: 'list', holds: Array.isArray },
      { fault: 'tooMany', allowed: { max: packetLimit }, holds: (value) => (value as unknown[]).length <= packetLimit },
    ],
  );

const examples = {
  MarkEvent: {
    id: '7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20',
    sessionId: '7',
    slot: 1,
    personId: '12',
    status: 'present',
    method: 'roll',
    at: '2021-06-08T08:31:00.000Z',
    replaces: [],
  },
  HeadCountEvent: {
    id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
    sessionId: '7',
    mode: 'replace',
    count: 46,
    method: 'counted',
    countedBy: '村文书',
    at: '2021-06-08T08:40:00.000Z',
  },
};

export class PacketFields {
  @Uuid() deviceId: string;
  @Facts('MarkEvent', false) marks: unknown[];
  @Facts('HeadCountEvent', true) headCounts?: unknown[];
}

export class VerdictsView {
  @Shown({
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'verdict'],
      properties: {
        id: { type: 'string' },
        verdict: { type: 'string', enum: ['accepted', 'already', 'conflict', 'review', 'refused'] },
        code: { type: 'string', enum: refusalCodes.filter((code) => explainRefusal(code).status < 500) },
      },
    },
    example: [{ id: examples.MarkEvent.id, verdict: 'accepted' }],
  })
  verdicts: Verdict[];
  @Instant() serverTime: string;
}

export class PackQuery {
  @Text({ max: 20_000, optional: true, about: '上一包的 cursor · cursor of the pack before' }) since?: string;
}

export class PackView {
  @Text({ max: 20_000 }) cursor: string;
  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [
      {
        id: '7',
        kind: 'demonstration',
        state: 'scheduled',
        date: '2021-06-08',
        roster: [{ personId: '12', name: '示例学员', unit: '横渠村', last4: '0123', audience: 'public', live: [] }],
      },
    ],
  })
  sessions: PackSession[];
  @Shown({ type: 'array', items: { type: 'string' }, example: [] }) removed: string[];
  @Yes({ about: '可处理的课次装不下,只含本人的和离今天最近的 · more than a pack holds: your own sessions, and those nearest to today' })
  truncated: boolean;
  @Instant() serverTime: string;
}
