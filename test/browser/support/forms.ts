import { type Locator, type Page } from 'playwright-core';

/** Where a form stands: the page, or a sheet over it. */
export type Place = Page | Locator;

/** Chooses from a list as one does without a mouse: types a part of the name, and Enter takes the first that was found. */
export async function pick(place: Place, label: string, typed: string, found = typed): Promise<void> {
  const box = place.getByRole('combobox', { name: label, exact: true });
  await box.fill(typed);
  await place.getByRole('option', { name: found }).first().waitFor({ state: 'attached' });
  await box.press('Enter');
}

/** Writes into the field of this very name. */
export const fill = (place: Place, label: string, value: string): Promise<void> => place.getByLabel(label, { exact: true }).fill(value);

/** How many things a form asks: a choice among radio buttons is one. */
export const questionsOf = (form: Locator): Promise<number> =>
  form.evaluate((element) => {
    const asked = [...element.querySelectorAll('input, textarea, select')].map((one) => one.closest('[role=radiogroup]') ?? one);
    return new Set(asked).size;
  });

/** By how much the page is wider than the window, and what sticks out first; nothing where it fits. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.locator('html').evaluate((root) => {
    const width = root.clientWidth;
    if (root.scrollWidth <= width) return [];
    const out = [...root.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${root.scrollWidth - width} px`, ...out.slice(0, 3).map((one) => `${one.tagName}.${String(one.className)}`)];
  });
