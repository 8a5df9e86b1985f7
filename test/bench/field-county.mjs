// A county with one instructor, whose class of today is as long as a bus queue; and the instructor's phone: a real browser, slowed down.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { browserAdvice, findBrowser } from '../../apps/launcher/find-browser.mjs';
import { County, root } from '../faults/county.mjs';
import { insert, next } from './sql.mjs';
import { connect } from './volume-county.mjs';

/** @param {number} days from today, by the county's calendar */
const date = (days) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
const once = () => ({ 'idempotency-key': randomUUID() });

/**
 * @param {number} many people on the roster @param {string} [databaseUrl]
 * @returns {Promise<{ county: County, sessionId: string, code: string }>} `code` lets one phone in
 */
export async function startFieldCounty(many, databaseUrl) {
  const county = new County(join(process.env.SITANG_DATA ?? join(root, '.data'), 'bench', 'field'), databaseUrl);
  await county.start();
  try {
    const db = await connect(county);
    const [[{ village, unit }]] = /** @type {any} */ (
      await db.query(`SELECT MIN(IF(level = 'village', id, NULL)) AS village, MIN(IF(level = 'county', id, NULL)) AS unit FROM units`)
    );
    const first = await next(db, 'people');
    const people = Array.from({ length: many }, (_, i) => ({ id: first + i, name: `示例${first + i}`, unit_id: village }));
    await insert(db, 'people', people);
    await insert(
      db,
      'person_units',
      people.map(({ id }) => ({ person_id: id, valid_from: '1000-01-01', unit_id: village })),
    );
    await db.end();
    const instructor = { name: '示例讲师', unitId: String(unit), engagement: 'partTime' };
    const { id: instructorId } = await county.call('/v1/instructors', instructor, once());
    const fields = { name: '示例班', kind: 'thematic', startsOn: date(-30), endsOn: date(30), hosts: [String(unit)] };
    const { id: classId } = await county.call('/v1/classes', fields, once());
    const enrolled = people.map(({ id }) => ({ personId: String(id) }));
    for (let i = 0; i < many; i += 500) await county.call('/v1/enrollments', { classId, people: enrolled.slice(i, i + 500) }, once());
    const lesson = { leadClassId: classId, topic: '示例课', date: date(0), dayPart: 'am', instructorIds: [instructorId] };
    const { id: sessionId } = await county.call('/v1/sessions', lesson, once());
    const { version } = await county.call(`/v1/classes/${classId}`);
    await county.call(`/v1/classes/${classId}/state`, { to: 'published' }, { ...once(), 'if-match': `"${version}"` });
    const { code } = await county.call('/v1/devices/invitations', { instructorId });
    return { county, sessionId, code };
  } catch (error) {
    await county.stop();
    throw error;
  }
}

/** How long a finger lies on the glass when it taps. */
const liesMs = 80;

/**
 * A phone's browser with a memory of its own, and a finger.
 * @returns {Promise<{
 *   page: import('playwright-core').Page,
 *   slow: (rate: number) => Promise<void>,
 *   tap: (x: number, y: number) => Promise<void>,
 *   stop: () => Promise<void>,
 * }>}
 */
export async function startBrowser() {
  const executablePath = findBrowser(process.env, (process.env.PATH ?? '').split(':'));
  if (!executablePath) throw new Error(`no Chromium was found: ${browserAdvice}`);
  const folder = mkdtempSync(join(tmpdir(), 'sitang-bench-phone-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  return {
    page,
    slow: async (rate) => void (await devtools.send('Emulation.setCPUThrottlingRate', { rate })),
    async tap(x, y) {
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await pause(liesMs);
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    async stop() {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
