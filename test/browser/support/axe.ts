import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page as it stands, each with the first places. `sun`: text is to be read in the sun, at 7 : 1. */
export async function seriousFaults(page: Page, { sun = false } = {}): Promise<string[]> {
  // Evaluated by the debugger, which the page's content policy does not bind.
  await page.evaluate(source);
  return page.evaluate(async (enhanced) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    interface Violation {
      id: string;
      impact: string;
      nodes: { target: string[]; failureSummary?: string }[];
    }
    // Style sheets are read beforehand for one rule only, an experimental one, which is off.
    const preload = { assets: ['media'] };
    const rules = { 'color-contrast-enhanced': { enabled: enhanced } };
    const { violations } = await axe.run({ resultTypes: ['violations'], preload, rules });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 4)
            .map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`)
            .join(' | ')}`,
      );
  }, sun);
}
