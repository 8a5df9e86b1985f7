import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { demoPassword } from '../../../demo/accounts.js';
import { type Product } from '../../stories/support/start-product.js';
import { watchForFailure } from './failed-stories.js';
import { countQuestions } from './settled.js';

let browser: Promise<Browser> | undefined;

/** The installed browser; without one a story fails and says what to type. */
function opened(): Promise<Browser> {
  const executablePath = process.env.TEST_BROWSER;
  if (!executablePath) throw new Error(`no Chromium was found for the browser stories: ${process.env.TEST_BROWSER_ADVICE}`);
  return (browser ??= chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] }));
}
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What went wrong in the page by itself: errors of scripts, refusals of the content policy, requests to elsewhere. */
  faults: string[];
  /** Addresses of the API that were asked, in order. */
  asked: string[];
  /** What the API refused, or failed at. */
  refused: string[];
}

export interface VisitWishes {
  account?: string;
  /** That of the demo's accounts unless told otherwise. */
  password?: string;
  size?: 'desk' | 'phone';
  theme?: 'light' | 'dark';
  language?: 'zh' | 'en';
  /** Whether things may move; they rest unless told otherwise. */
  moving?: boolean;
}
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** A reader with a browser of their own, signed in where an account is named. Every visit is watched. */
export async function visit(
  product: Product,
  { account, password = demoPassword, size = 'desk', theme = 'light', language = 'zh', moving = false }: VisitWishes = {},
): Promise<Visit> {
  const context = await (
    await opened()
  ).newContext({ viewport: sizes[size], baseURL: product.origin, reducedMotion: moving ? 'no-preference' : 'reduce' });
  await context.addInitScript(
    (chosen) => {
      const { localStorage: kept } = globalThis as unknown as {
        localStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
      };
      // Only at first: what the reader then chooses stays.
      for (const [key, value] of Object.entries(chosen)) if (kept.getItem(key) === null) kept.setItem(key, value);
    },
    { 'sitang.appearance': theme, 'sitang.language': language },
  );
  if (account) {
    const answer = await context.request.post('/v1/sign-in', { data: { account, password } });
    if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
  }
  const page = await context.newPage();
  watchForFailure(page);
  const seen: Visit = { page, context, faults: [], asked: [], refused: [] };
  countQuestions(page);
  page.on('pageerror', (error) => seen.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) seen.faults.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, pathname, search, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== product.origin) seen.faults.push(`asked elsewhere: ${request.url()}`);
    if (pathname.startsWith('/v1/')) seen.asked.push(`${request.method()} ${pathname}${search}`);
  });
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (answer.status() >= 400 && pathname.startsWith('/v1/'))
      seen.refused.push(`${answer.status()} to ${answer.request().method()} ${pathname}`);
  });
  return seen;
}
