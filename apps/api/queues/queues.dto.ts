import { type JobStanding } from '#platform/jobs';
import { Instant, ShownPart, ShownParts, Text, Whole, Yes } from '../wire/index.js';

const many = { min: 0, max: 4_294_967_295 };

export class QueueCountsView {
  @Whole(many) waiting: number;
  @Whole(many) active: number;
  @Whole(many) delayed: number;
  @Whole(many) failed: number;
}

export class QueueView {
  @Text({ max: 40, example: 'check-import' }) job: string;
  @Whole({ ...many, about: '等待中 · due and not begun' }) waiting: number;
  @Whole({ ...many, about: '正在做 · being done' }) active: number;
  @Whole({ ...many, about: '做过而没有做成,稍后再试 · begun before without an end; tried again later' }) failed: number;
  @Whole({ ...many, about: '还不到时候 · not due yet' }) delayed: number;
  @Whole({ ...many, about: '尚未编入的事实 · committed facts not worked in' }) facts: number;
  @Instant({ nullable: true, about: '最早的一件从何时起 · since when the oldest waits' }) oldestAt: string | null;
  @Text({ max: 500, nullable: true, example: null, about: '最近一次错误的种类 · the kind of the last error' }) lastError: string | null;
  @ShownPart(() => QueueCountsView, { nullable: true, about: '队列自己的数;null 为没有应答 · what the queue itself holds' })
  queue: QueueCountsView | null;
}

export class QueuesView {
  @Yes({ about: '队列有应答 · the queue answers' }) answers: boolean;
  @Instant() at: string;
  @ShownParts(() => QueueView) jobs: QueueView[];
}

export const queueView = ({ oldestAt, ...row }: JobStanding): QueueView => ({ ...row, oldestAt: oldestAt?.toISOString() ?? null });
