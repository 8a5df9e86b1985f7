import { type Page } from 'playwright-core';

/** What the main thread of a page did, in milliseconds of its own processor time: what others do on the machine meanwhile is not in it. */
export interface PageWork {
  /** Until the largest thing on it was painted. */
  untilPainted: number;
  /** The longest piece during which it answered to nobody. */
  longest: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** When, in microseconds. */
  ts: number;
  /** Processor time, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

/** Opens an address and weighs it; `arrived` waits for what it is about, and may go on there. */
export async function workOf(page: Page, path: string, arrived: () => Promise<unknown>): Promise<PageWork> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['loading', 'disabled-by-default-devtools.timeline'] });
  await page.goto(path);
  await arrived();
  await page.waitForLoadState('networkidle');
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const painted = traceEvents.filter(({ name }) => name === 'largestContentfulPaint::Candidate').at(-1);
  const main = traceEvents.find(({ pid, args }) => pid === painted?.pid && args.name === 'CrRendererMain');
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pid === main?.pid && tid === main.tid);
  if (!painted || tasks.length === 0) throw new Error('nothing of the page was traced');
  const spent = tasks.map(({ ts, tdur = 0 }) => ({ ts, ms: tdur / 1_000 }));
  return {
    untilPainted: spent.filter(({ ts }) => ts <= painted.ts).reduce((sum, { ms }) => sum + ms, 0),
    longest: Math.max(...spent.map(({ ms }) => ms)),
  };
}
