import { allKinds } from '#courses';
import { type CourseKind, type DayPart, type DeliveryMode, type RosterKind } from '#contract';

/** The words of organisers' sheets. */
export const dayPartWords: Record<string, DayPart> = { 上午: 'am', 下午: 'pm', 晚上: 'evening' };
export const kindWords: Record<string, CourseKind> = Object.fromEntries(allKinds().map(({ labels, kind }) => [labels.zh, kind]));
export const deliveryWords: Record<string, DeliveryMode> = { 面授: 'inPerson', 直播: 'live', 送教上门: 'homeVisit' };
export const rosterWords: Record<string, RosterKind> = { 封闭: 'closed', 开放: 'open' };
