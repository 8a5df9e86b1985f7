import { afterEach } from '@jest/globals';
import { type Page } from 'playwright-core';

const watched: { page: Page; answers: string[] }[] = [];
afterEach(() => {
  watched.length = 0;
});

/** Should this story fail, it tells what the page shows and what it was answered last: what fails once in ten runs cannot be looked at later. */
export function watchForFailure(page: Page): void {
  const answers: string[] = [];
  const note = (request: { method(): string; url(): string }, end: string | number): void => {
    answers.push(`${end} ${request.method()} ${request.url()}`);
  };
  page.on('response', (answer) => note(answer.request(), answer.status()));
  page.on('requestfailed', (request) => note(request, request.failure()?.errorText ?? 'failed'));
  watched.push({ page, answers });
}

// Called by the environment of the stories, while everything still stands.
(globalThis as { storyFailed?: () => Promise<void> }).storyFailed = async () => {
  for (const { page, answers } of watched) {
    const shown = page.isClosed() ? '(closed)' : await page.locator('body').innerText({ timeout: 1_000 }).catch(String);
    console.error([page.url(), ...answers.slice(-20), shown.slice(0, 4_000)].join('\n'));
  }
};
