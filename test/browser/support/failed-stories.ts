import { afterEach } from '@jest/globals';
import { type Page, type Request } from 'playwright-core';

/** Where the keys go, and how far the page is scrolled: a click that did nothing went elsewhere. */
const whereKeysGo = '`focus ${document.activeElement?.outerHTML.slice(0, 200)}, scrolled ${scrollY}`';

const watched: { page: Page; answers: string[]; unanswered: Set<Request> }[] = [];
afterEach(() => {
  watched.length = 0;
});

/** Should this story fail, it tells what the page shows, what it was answered last and what it waits for: once in ten runs is not looked at later. */
export function watchForFailure(page: Page): void {
  const answers: string[] = [];
  const unanswered = new Set<Request>();
  const note = (request: Request, end: string | number): void => {
    unanswered.delete(request);
    answers.push(`${end} ${request.method()} ${request.url()}`);
  };
  page.on('request', (request) => unanswered.add(request));
  page.on('response', (answer) => note(answer.request(), answer.status()));
  page.on('requestfailed', (request) => note(request, request.failure()?.errorText ?? 'failed'));
  watched.push({ page, answers, unanswered });
}

// Called by the environment of the stories, while everything still stands.
(globalThis as { storyFailed?: () => Promise<void> }).storyFailed = async () => {
  for (const { page, answers, unanswered } of watched) {
    const shown = page.isClosed() ? '(closed)' : await page.locator('body').innerText({ timeout: 1_000 }).catch(String);
    const waiting = [...unanswered].map((request) => `unanswered ${request.method()} ${request.url()}`);
    const held = page.isClosed() ? '' : await page.evaluate<string>(whereKeysGo).catch(String);
    console.error([page.url(), ...answers.slice(-20), ...waiting, held, shown.slice(0, 4_000)].join('\n'));
  }
};
