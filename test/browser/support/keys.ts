import { type Locator, type Page } from 'playwright-core';
import { eventually } from './eventually.js';

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses Tab until the target has the focus. @throws where Tab does not lead there in `most` steps */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let steps = 0; !(await isFocused(target)); steps++) {
    if (steps === most) throw new Error(`Tab does not lead to ${String(target)}`);
    await page.keyboard.press('Tab');
  }
}

/** Waits until a page has given the focus by itself: to what is meant now, for a page that goes may have had the same. */
export const focused = (target: Locator): Promise<void> => eventually(() => isFocused(target), true);
