import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Fewer rows say nothing of the pace. */
const leastMs = 1_500;

/** About how many seconds are left, by the pace since this page has been looking; `null` until it can be told. */
function useSecondsLeft(stage: string, done: number, total: number): number | null {
  const first = useRef<{ stage: string; at: number; done: number }>(undefined);
  const at = performance.now();
  if (first.current?.stage !== stage || done < first.current.done) first.current = { stage, at, done };
  const { at: since, done: before } = first.current;
  if (total <= done || done <= before || at - since < leastMs) return null;
  return Math.ceil(((total - done) * (at - since)) / (done - before) / 1_000);
}

/** In words how much time is left. What is done is counted elsewhere: a reload loses only the pace. */
export function useTimeLeft(stage: string, done: number, total: number): string {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(stage, done, total);
  if (seconds === null) return t('imports.working.soon');
  return seconds < 60 ? t('imports.working.seconds', { n: seconds }) : t('imports.working.minutes', { n: Math.ceil(seconds / 60) });
}
