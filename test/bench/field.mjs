// `field`: the app on a phone, CPU slowed four times. A tap in a roster of a thousand until it is painted and durable, beside an empty strict
//   put of the same page in turns; the roster opened from what the phone keeps, without a network; and what a first visit loads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { root } from '../faults/county.mjs';
import { startBrowser, startFieldCounty } from './field-county.mjs';
import { median, quantile, rounded } from './measures.mjs';

const [roster, slower, taps, openings] = [1_000, 4, 100, 9];

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchField({ name, say, databaseUrl }) {
  const { county, sessionId, code } = await startFieldCounty(roster, databaseUrl);
  const phone = await startBrowser();
  const { page, slow, stop } = phone;
  try {
    await page.goto(`${county.origin}/field/#${code}`);
    await page.getByText('可离线使用').waitFor();
    await page.context().setOffline(true);
    await slow(slower);
    const opened = [];
    for (let i = 0; i < openings; i++) opened.push(await opening(page, `${county.origin}/field/sessions/${sessionId}`));
    const [tapped, put, drawn, stored] = await inTurns(phone);
    const opens = median(opened.map(({ first }) => first));
    const [product, limit] = [median(tapped), median(put)];
    const weight = firstLoad();
    const spread = (/** @type {number[]} */ values) => `p50 ${rounded(median(values))} ms, p95 ${rounded(quantile(values, 0.95))} ms`;
    say(`${name}: roster of ${roster}, CPU ${slower} times slower`);
    say(`  tap, painted and durable: ${spread(tapped)}; empty strict put: ${spread(put)}; ratio ${rounded(product / limit)} (must ≤ 3)`);
    say(
      `  of a tap, until the row changes: ${spread(stored)}; an empty put whose end one bare word is painted for: ${spread(drawn)}, ratio to it ${rounded(product / median(drawn))}`,
    );
    say(
      `  roster opened from what is kept, first screen painted: p50 ${Math.round(opens)} ms of ${opened.map(({ first }) => Math.round(first)).join(' ')} (must ≤ 1000)`,
    );
    say(`  and all ${roster} names: p50 ${Math.round(median(opened.map(({ all }) => all)))} ms`);
    say(`  script of the first load: ${rounded(weight)} kB gzip (must ≤ 150)`);
    return {
      product,
      limit,
      unit: 'ms',
      form: `an empty strict IndexedDB put of the same page, ${taps} of each in turns`,
      durability: "durability: 'strict' on both sides",
    };
  } finally {
    await stop();
    await county.stop();
  }
}

/**
 * From the address to the names that fill the screen painted, and to all of them, in ms.
 * @param {import('playwright-core').Page} page @param {string} address @returns {Promise<{ first: number, all: number }>}
 */
async function opening(page, address) {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(`new Promise((go) => {
    const list = () => [...document.querySelectorAll('main ul')].reduce((sum, { childElementCount }) => sum + childElementCount, 0);
    let first = 0;
    const look = () => requestAnimationFrame(() => {
      const after = new MessageChannel();
      const many = list();
      after.port1.onmessage = () => {
        if (many > 0) first ||= performance.now();
        if (many < ${roster}) look();
        else go({ first, all: performance.now() });
      };
      after.port2.postMessage(0);
    });
    look();
  })`);
}

/** So long after a tap the page has nothing left to do that would slow what is measured next. */
const quietMs = 250;

/**
 * Taps and puts by turns. A tap begins as the finger lifts and is over when the browser has painted what it changed, which the app changes only
 * once the mark is on the disk; how long that took is told, too. Puts are done bare, and once more with one word of the page changed and painted
 * after: no screen shows anything sooner than its next frame. Puts find the page quiet, and the database at work: another put comes before each.
 * @param {Awaited<ReturnType<typeof startBrowser>>} phone
 * @returns {Promise<[number[], number[], number[], number[]]>} taps, puts, puts painted, taps until the row changes
 */
async function inTurns({ page, tap }) {
  await page.evaluate(`new Promise((go, fail) => {
    const opening = indexedDB.open('bench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('empty');
    opening.onerror = fail;
    opening.onsuccess = () => {
      globalThis.put = () => new Promise((done) => {
        const begun = performance.now();
        const transaction = opening.result.transaction('empty', 'readwrite', { durability: 'strict' });
        transaction.objectStore('empty').put({}, 1);
        transaction.oncomplete = () => done(performance.now() - begun);
      });
      const painted = (then) => requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = then;
        after.port2.postMessage(0);
      });
      const word = document.body.appendChild(document.createElement('output'));
      word.style.cssText = 'position: fixed; top: 0; left: 0; contain: strict; width: 20px; height: 20px';
      globalThis.drawn = async () => {
        const begun = performance.now();
        await put();
        word.textContent = word.textContent === '1' ? '2' : '1';
        return new Promise((done) => painted(() => done(performance.now() - begun)));
      };
      globalThis.arm = () => void (globalThis.tapped = new Promise((done) => {
        addEventListener('touchend', ({ target, timeStamp }) => {
          const row = target.closest('button[data-status]');
          new MutationObserver((_, seen) => {
            seen.disconnect();
            const stored = performance.now() - timeStamp;
            painted(() => done([performance.now() - timeStamp, stored]));
          }).observe(row, { attributeFilter: ['data-status'] });
        }, { capture: true, once: true });
      }));
      go();
    };
  })`);
  /** @type {[number[], number[], number[], number[]]} */
  const [tapped, put, drawn, stored] = [[], [], [], []];
  const rows = page.locator('main li button[data-status]');
  const places = await Promise.all([0, 1, 2, 3].map((i) => rows.nth(i).boundingBox()));
  for (let i = 0; i < taps; i++) {
    const place = places[i % places.length];
    await page.evaluate('arm()');
    await tap((place?.x ?? 0) + 60, (place?.y ?? 0) + 30);
    const [whole, until] = /** @type {[number, number]} */ (await page.evaluate('tapped'));
    tapped.push(whole);
    stored.push(until);
    await pause(quietMs);
    put.push(/** @type {number} */ (await page.evaluate('put().then(put)')));
    drawn.push(/** @type {number} */ (await page.evaluate('drawn()')));
  }
  return [tapped, put, drawn, stored];
}

/** Script that the first visit runs, in kB as it comes over the line. */
function firstLoad() {
  const built = join(root, 'dist', 'web');
  /** @type {Record<string, { file: string, imports?: string[] }>} */
  const chunks = JSON.parse(readFileSync(join(built, 'field-manifest.json'), 'utf8'));
  const files = new Set();
  const collect = (/** @type {string} */ name) => {
    if (files.has(chunks[name].file)) return;
    files.add(chunks[name].file);
    for (const one of chunks[name].imports ?? []) collect(one);
  };
  collect('field/index.html');
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) / 1_000;
}
