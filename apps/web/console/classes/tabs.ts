import { useEffect, useState } from 'react';
import { gridOf, walkInsOf } from '../attendance/questions.ts';
import { historyOf } from '../history/questions.ts';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { rosterOf } from '../roster/questions.ts';
import { photosOf, sessionOf, timetableOf } from '../sessions/questions.ts';
import { useMay } from '../session/me.ts';

export const tabs = ['overview', 'sessions', 'roster', 'attendance', 'history'] as const;
export type Tab = (typeof tabs)[number];
export const tabIn = (some: readonly Tab[], named: string | undefined): Tab => some.find((name) => name === named) ?? 'overview';

/** The tabs that the reader may open. */
export function useTabs(): readonly Tab[] {
  const may = useMay();
  return tabs.filter((tab) => (tab === 'roster' ? may('rosters.read') : tab === 'attendance' ? may('attendance.read') : true));
}

/** The program of what is fetched when it is opened. */
export const programs = {
  sessions: () => import('../sessions/timetable.tsx'),
  roster: () => import('../roster/roster.tsx'),
  attendance: () => import('../attendance/attendance-tab.tsx'),
  history: () => import('../history/history.tsx'),
  session: () => import('../sessions/session-sheet.tsx'),
};

const questions = {
  sessions: timetableOf,
  roster: rosterOf,
  attendance: gridOf,
  history: (id: string) => historyOf({ of: 'class', id }),
};

/** Whoever opens a tab or a session by its address does not wait for the class first: program and answers are asked for with it. */
export function useOpenedAhead(
  id: string,
  named: { tab: string | undefined; session: string | undefined; paper: string | undefined },
): void {
  const tab = tabIn(useTabs(), named.tab);
  const readsPhotos = useMay()('attendance.read');
  // Only what the page begins with: later the class is there, and what is opened asks for itself.
  const [first] = useState({ ...named, tab });
  const paper = first.tab === 'attendance' ? first.paper : undefined;
  const session = first.session ?? paper;
  useAskedAhead(
    first.tab !== 'overview' && questions[first.tab](id),
    session !== undefined && sessionOf(session),
    paper !== undefined && walkInsOf(paper),
    first.session !== undefined && readsPhotos && photosOf(first.session),
  );
  useEffect(() => {
    if (first.tab !== 'overview') void programs[first.tab]().catch(() => undefined);
    if (first.session !== undefined) void programs.session().catch(() => undefined);
  }, [first]);
}
