import type { HalfDay } from './cast.js';
import { daysOf } from './dates.js';
import type { DayPart } from './class-book.js';

/** How many of the year's 1,700 lessons fall into each month: the kiwifruit calendar of the county, 9 % in January to 3 % in December. */
export const lessonsByMonth = [153, 85, 153, 170, 289, 238, 153, 102, 136, 68, 102, 51];

/** Rain: lessons set for these days were called off, some after people had come. */
export const rain = { from: '2021-10-08', until: '2021-10-11', lessons: 28 };

const parts: DayPart[] = ['上午', '下午', '晚上'];

/** Days of a month, from 1, on which villages hold lessons. */
export function lessonDays(month: number): string[] {
  return daysOf(2021, month).filter((date) => !festive(date) && date <= '2021-12-20' && !rainy(date) && !firstDays(date));
}

/** Half-days of such a day that are open. In the wheat harvest nobody comes in the morning. */
export function openParts(date: string): HalfDay[] {
  const harvest = date >= '2021-06-01' && date <= '2021-06-12';
  return parts.filter((part) => !(harvest && part === '上午')).map((part) => ({ date, part }));
}

/** Spring Festival. */
function festive(date: string): boolean {
  return date >= '2021-02-10' && date <= '2021-02-18';
}

function rainy(date: string): boolean {
  return date >= rain.from && date <= rain.until;
}

/** The holidays of New Year. */
function firstDays(date: string): boolean {
  return date <= '2021-01-03';
}
