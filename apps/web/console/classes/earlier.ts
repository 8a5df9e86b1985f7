import { api, told } from '../../api/client.ts';
import { inOrder, noted, type SessionOf } from '../sessions/questions.ts';
import { type Draft } from './draft.ts';
import { type ClassOf, readClass } from './questions.ts';

const next = (run: number | null): number | null => (run === null ? null : run + 1);

/** A name that says its run says the next one: 第三期 stays what it is, 第 3 期 becomes 第 4 期. */
const renamed = ({ name, runNumber }: ClassOf): string =>
  // eslint-disable-next-line no-restricted-syntax -- what a class is called, whatever language its reader reads
  runNumber === null ? name : name.replace(new RegExp(`(第\\s*)${runNumber}(\\s*期)`), `$1${runNumber + 1}$2`);

/** All that an earlier class answers for a new one: everything but its dates, also what is not asked of a class of its kind. */
export async function readEarlier(id: string): Promise<{ one: ClassOf; draft: Draft }> {
  const [one, { items }] = await Promise.all([
    readClass(id),
    told(api.GET('/v1/sessions', { params: { query: { class: id, limit: 200 } } })),
  ]);
  const sessions = inOrder(items.map(noted)).filter((session) => session.state === 'scheduled');
  const first = sessions[0];
  const parts = new Set(sessions.map((session) => session.dayPart));
  const isHalf = parts.size === 1 && (parts.has('am') || parts.has('pm'));
  const name = renamed(one);
  // A half-day that was called as its class is called as the new one.
  const topicOf = ({ topic }: SessionOf): string => (topic === one.name ? name : topic);
  const draft: Draft = {
    name,
    series: one.series ?? undefined,
    runNumber: next(one.runNumber),
    coreProgramme: one.coreProgramme || undefined,
    host: one.hosts[0] ?? null,
    head: one.headUserId,
    village: one.villageId,
    homeVisit: one.deliveryMode === 'homeVisit',
    halves: isHalf ? (parts.has('am') ? 'am' : 'pm') : 'both',
    ...(first && {
      dayPart: first.dayPart,
      startsAt: first.startsAt ?? undefined,
      endsAt: first.endsAt ?? undefined,
      topic: topicOf(first),
      place: first.place ?? undefined,
      site: first.siteId,
      route: first.routeId,
      instructors: first.instructorIds,
    }),
    // Topics are asked for line by line, or not at all.
    topics: one.kind === 'practical' ? undefined : sessions.map(topicOf).join('\n'),
    earlier: {
      of: one.id,
      lessons: sessions.map((session) => ({
        ...(one.kind === 'practical' && { topic: topicOf(session) }),
        route: session.routeId,
        site: session.siteId,
        place: session.place ?? '',
        instructors: session.instructorIds,
      })),
      // The first of each part of the day says when it begins and ends.
      hours: Object.fromEntries(
        [...sessions]
          .reverse()
          .map(({ dayPart, startsAt, endsAt }) => [dayPart, { startsAt: startsAt ?? undefined, endsAt: endsAt ?? undefined }]),
      ),
    },
  };
  return { one, draft };
}
