import type { DayPart } from './class-book.js';
import { addDays } from './dates.js';
import { localInstructors, type Instructor } from './instructors.js';
import { Random } from './random.js';
import { lessonDays, lessonsByMonth, openParts, rain } from './seasons.js';
import { topicsOn } from './topics.js';
import { villages, type Village } from './villages.js';

/** One village lesson as the village reports it. */
export interface Lesson {
  code: string;
  village: Village;
  date: string;
  part: DayPart;
  topic: string;
  teacher: Instructor;
  place: string;
  heads: number;
  estimated: boolean;
  by: string;
  recordedOn: string;
  cancelled: boolean;
  note?: string;
}

export const lessonClassOf = (village: Village): string => `SF-2021-${village.code}`;

/** Its only two lessons were set for the days of rain. */
export const idleVillage = '610326104201';

const places = ['农户家中', '农户果园', '田间地头', '村党群服务中心', '村文化广场', '示范果园'];
const reporters = ['村文书', '驻村队员', '村监委会主任'];

const random = new Random('lessons');

export const lessons: Lesson[] = numbered([...plannedLessons(), ...rainedOff()]);

/**
 * Each month's lessons are dealt out to the villages like cards, round after round. Livelier villages have more cards in the pack:
 * some hold a dozen lessons in the year, some nearly thirty.
 */
function plannedLessons(): Lesson[] {
  const used = new Set<string>();
  const active = villages.filter(({ code }) => code !== idleVillage).flatMap((village) => Array<Village>(random.int(3, 7)).fill(village));
  let deck: Village[] = [];
  return lessonsByMonth.flatMap((count, i) => {
    const days = lessonDays(i + 1);
    return Array.from({ length: count }, () => {
      if (deck.length === 0) deck = random.shuffle(active);
      const village = deck.pop()!;
      for (;;) {
        const date = random.pick(days);
        const { part } = random.pick(openParts(date).flatMap((half) => (half.part === '晚上' ? [half] : [half, half, half])));
        const key = `${village.code} ${date} ${part}`;
        if (used.has(key)) continue;
        used.add(key);
        return lessonOf(village, date, part);
      }
    });
  });
}

function lessonOf(village: Village, date: string, part: DayPart): Lesson {
  const estimated = random.chance(0.26);
  // Two throws make the middle likelier than the ends.
  const heads = 10 + Math.round(((random.next() + random.next()) / 2) * 64);
  const count = estimated ? Math.round(heads / 5) * 5 : heads;
  const late = random.chance(0.015);
  const reported = late ? addDays(`${nextMonth(date)}-05`, random.int(0, 9)) : addDays(date, random.int(0, 2));
  return {
    code: '',
    village,
    date,
    part,
    topic: random.pick(topicsOn(village.town.belt, date)),
    teacher: random.pick(localInstructors.filter(({ unit }) => unit === village.code)),
    place: random.pick(places),
    heads: count,
    estimated,
    by: random.pick(reporters),
    recordedOn: reported,
    cancelled: false,
    ...(late ? { note: '补报' } : {}),
  };
}

/** Set for the days of rain and called off, with the people counted who were already on their way. */
function rainedOff(): Lesson[] {
  const villagesInRain = [...random.shuffle(villages.filter(({ code }) => code !== idleVillage)).slice(0, rain.lessons - 2)];
  const idle = villages.find(({ code }) => code === idleVillage)!;
  return [...villagesInRain, idle, idle].map((village, i): Lesson => {
    const lesson = lessonOf(village, addDays(rain.from, i % 4), i % 2 ? '下午' : '上午');
    return { ...lesson, heads: 12 + (lesson.heads % 30), estimated: false, recordedOn: lesson.date, cancelled: true, note: '因雨取消' };
  });
}

/** Numbered through the year in each village. */
function numbered(list: Lesson[]): Lesson[] {
  const order = (lesson: Lesson) => `${lesson.village.code} ${lesson.date} ${['上午', '下午', '晚上'].indexOf(lesson.part)}`;
  const count = new Map<string, number>();
  return [...list]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((lesson) => {
      const n = (count.get(lesson.village.code) ?? 0) + 1;
      count.set(lesson.village.code, n);
      return { ...lesson, code: `${lesson.village.code.slice(6)}-${String(n).padStart(2, '0')}` };
    });
}

function nextMonth(date: string): string {
  return addDays(`${date.slice(0, 7)}-28`, 7).slice(0, 7);
}
