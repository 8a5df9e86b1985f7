// The pictures in docs/screens: `node test/browser/screens.mjs [address]` of a demonstration that runs, http://127.0.0.1:3000 unless told.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserAdvice, findBrowser } from '../../apps/launcher/find-browser.mjs';
import { usualFolders } from '../../apps/launcher/find-binaries.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = new URL('../../docs/screens/', import.meta.url);
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** @typedef {import('playwright-core').Page} Page */
/** @type {{ name: string, account: string, path: string, size: typeof desk, theme?: string, language?: string, act?: (page: Page) => Promise<unknown> }[]} */
const pictures = [
  { name: 'figures', account: 'official', path: '/figures', size: desk },
  {
    name: 'number-opened',
    account: 'official',
    path: '/figures',
    size: desk,
    act: async (page) => {
      await page
        .getByRole('table', { name: '各镇街' })
        .getByRole('row', { name: /^横渠镇/ })
        .getByRole('link')
        .nth(-3)
        .click();
      await page.getByText(/与该数一致/).waitFor();
      await page.getByText('计入与未计入').click();
      await page.getByRole('heading', { name: '未计入' }).waitFor();
    },
  },
  { name: 'start', account: 'organiser', path: '/', size: desk },
  { name: 'class', account: 'organiser', path: '/classes/1', size: desk },
  { name: 'attendance', account: 'organiser', path: '/classes/1/attendance', size: desk },
  { name: 'figures-phone', account: 'official', path: '/figures', size: phone, theme: 'dark', language: 'en' },
];

/** Nothing is on its way any more: every question was answered, and no part of the page shows that it waits. @param {Page} page */
async function ready(page) {
  await page.waitForLoadState('networkidle');
  for (const waiting of await page.getByRole('status', { name: /^(正在取数|Loading)$/ }).all())
    await waiting.waitFor({ state: 'detached' });
}

const executablePath = findBrowser(process.env, usualFolders(process.env));
if (!executablePath) throw new Error(browserAdvice);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
for (const { name, account, path, size, theme = 'light', language = 'zh', act } of pictures) {
  const context = await browser.newContext({ viewport: size, baseURL: address, reducedMotion: 'reduce' });
  await context.addInitScript(
    `localStorage.setItem('sitang.appearance', '${theme}'); localStorage.setItem('sitang.language', '${language}')`,
  );
  const { password } = await (await context.request.get('/v1/about')).json();
  await context.request.post('/v1/sign-in', { data: { account, password } });
  const page = await context.newPage();
  await page.goto(path);
  await ready(page);
  await act?.(page);
  await ready(page);
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname });
  await context.close();
}
await browser.close();
