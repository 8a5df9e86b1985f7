import { type OwnSession } from '#attendance';
import { type CourseKind, courseKinds, type DayPart, dayParts, type SessionState, sessionStates } from '#contract';
import { DateText, Id, idText, OneOf, Text, Whole } from '../wire/index.js';

export class OwnSessionView {
  @Id({ example: '7' }) id: string;
  @OneOf(courseKinds) kind: CourseKind;
  @OneOf(sessionStates) state: SessionState;
  @DateText({ example: '2021-06-08' }) date: string;
  @OneOf(dayParts) dayPart: DayPart;
  @Text({ max: 120, example: '猕猴桃授粉技术' }) topic: string;
  @Text({ max: 120, nullable: true }) place: string | null;
  @Whole({ min: 0, max: 1_000_000, example: 46, about: '花名册人数 · people on the rosters of its classes' }) onRoster: number;
}

export const ownSessionView = (one: OwnSession): OwnSessionView => ({ ...one, id: idText(one.id) });
