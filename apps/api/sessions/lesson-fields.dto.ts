import { dayParts, type DayPart } from '#contract';
import { DateText, Id, Ids, OneOf, Text, TimeText } from '../wire/index.js';

export const topic = { max: 120, example: '猕猴桃授粉技术' };

/** What is said of a session apart from the classes that it serves. */
export class LessonFields {
  @Text({ max: 40, optional: true, nullable: true }) code?: string | null;
  @Text(topic) topic: string;
  @DateText() date: string;
  @OneOf(dayParts) dayPart: DayPart;
  @TimeText({ optional: true, nullable: true }) startsAt?: string | null;
  @TimeText({ optional: true, nullable: true }) endsAt?: string | null;
  @Id({ optional: true, nullable: true }) courseId?: number | null;
  @Ids({ max: 20, optional: true }) instructorIds?: number[];
  @Id({ optional: true, nullable: true }) siteId?: number | null;
  @Id({ optional: true, nullable: true, about: '学习线路,各站成为检查点 · its stops become checkpoints' }) routeId?: number | null;
  @Text({ max: 120, optional: true, nullable: true }) place?: string | null;
  @Id({ optional: true, nullable: true, about: '清点人数归属单位 · whose unnamed heads' }) forUnitId?: number | null;
}
