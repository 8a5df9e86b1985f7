import { merged, movers, namedLeader, newMember, votedOut } from './apart.js';
import { engage, isFree } from './cast.js';
import type { Mark, SessionPlan } from './class-book.js';
import { idleVillage, lessonClassOf, lessons as planned, type Lesson } from './lessons.js';
import { signInVillages, villagersOf, type Person } from './people.js';
import { Random } from './random.js';
import { growers } from './roles.js';
import { assistedMark, lateEntry } from './sign-in.js';
import { villageOf } from './villages.js';

/**
 * Some villages pass a sheet round at some lessons. Those who sign are named, villagers and committee alike; the rest of the
 * heads stays a number.
 */
const listsPerVillage = 4;
/** One lesson in so many has two of the village's active people on its list instead of one. */
const secondGrowerEvery = 4;

const random = new Random('sign-in lists');
const sessionOf = (lesson: Lesson): SessionPlan => ({
  classCode: lessonClassOf(lesson.village),
  code: lesson.code,
  date: lesson.date,
  part: lesson.part,
  topic: lesson.topic,
  instructors: [lesson.teacher.code],
});

/** The last lesson of a village between two days. */
function lessonAt(village: string, from: string, until: string): Lesson {
  const found = planned.filter((one) => one.village.code === village && one.date >= from && one.date <= until && !one.cancelled).at(-1);
  if (!found) throw new Error(`no lesson in ${village} from ${from} to ${until}`);
  return found;
}

const listed: Lesson[] = signInVillages.flatMap((village) => {
  const held = planned.filter((one) => one.village === village && one.date >= '2021-02-20' && !one.cancelled);
  return random
    .shuffle(held)
    .slice(0, listsPerVillage)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
});

const ordinary: Mark[] = listed.flatMap((lesson, i) => {
  const free = (person: Person) => isFree(person, [lesson]);
  const villagers = random.shuffle(villagersOf(lesson.village, ['villager']).filter(free)).slice(0, 4 + (i % 3));
  const active = random.shuffle(villagersOf(lesson.village, growers).filter(free)).slice(0, i % secondGrowerEvery === 0 ? 2 : 1);
  engage([...villagers, ...active], [lesson]);
  return [...active, ...villagers].map((person, n) => markOf(lesson, person, i * 7 + n));
});

/** Those whose year is told in `apart.ts`. */
const apart: Mark[] = [
  ...[merged.kept, merged.from].map((person) => plain(lessonAt('610326101204', '2021-03-01', '2021-05-31'), person)),
  plain(lessonAt('610326102204', '2021-01-04', '2021-01-24'), votedOut),
  plain(lessonAt('610326104218', '2021-03-20', '2021-05-20'), namedLeader),
  plain(lessonAt('610326106200', '2021-03-01', '2021-06-20'), newMember),
  plain(lessonAt('610326105200', '2021-03-01', '2021-06-10'), movers.villager),
  plain(lessonAt('610326101200', '2021-06-20', '2021-09-30'), movers.villager),
  plain(lessonAt('610326107220', '2021-03-01', '2021-07-20'), movers.backbone),
  plain(lessonAt('610326001207', '2021-08-05', '2021-11-30'), movers.backbone),
];

/** Lists that had been begun when the rain came. */
const begun: Mark[] = planned
  .filter((lesson) => lesson.cancelled && (signInVillages.includes(lesson.village) || lesson.village.code === idleVillage))
  .flatMap((lesson) =>
    villagersOf(villageOf(lesson.village.code), [...growers, 'villager']).map((person) => plain(lesson, person, '因雨取消')),
  );

export const lessonMarks: Mark[] = [...ordinary, ...apart, ...begun];

/** Counted at the beginning, before most had arrived: fewer heads than names on the sheet. */
const countedEarly = listed.find((lesson, i) => i > 10 && named(lesson).length >= 7)!;
export const lessons: Lesson[] = planned.map((lesson) =>
  lesson === countedEarly ? { ...lesson, heads: 4, estimated: false, note: '开讲时清点' } : lesson,
);

function named(lesson: Lesson): Mark[] {
  return lessonMarks.filter(({ session }) => session.code === lesson.code);
}

function plain(lesson: Lesson, person: Person, note?: string): Mark {
  return { session: sessionOf(lesson), person, status: '到', ...(note ? { note } : {}) };
}

/** Now and then somebody is late, leaves early, has another sign, or is entered from a list found later. */
function markOf(lesson: Lesson, person: Person, turn: number): Mark {
  const session = sessionOf(lesson);
  if (turn % 17 === 3) return assistedMark(session, person, lesson.teacher.name);
  if (turn % 23 === 5) return lateEntry(session, person);
  if (turn % 19 === 7) return { session, person, status: '迟到' };
  if (turn % 29 === 11) return { session, person, status: '早退' };
  return { session, person, status: '到' };
}
