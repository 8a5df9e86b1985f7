import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#platform/config';
import { type Field, todaysClass } from '../factories/field.js';
import { done } from '../factories/training.js';
import { startProduct } from '../stories/support/start-product.js';
import { marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import {
  type Class,
  countIn,
  inStore,
  invite,
  letIn,
  openRoll,
  row,
  stands,
  startPhone,
  storedMarks,
  storing,
  waiting,
} from './support/phone.js';

/** The storage of such a phone refuses what `broken` names. */
const breakable = (): void => {
  const all = globalThis as unknown as {
    broken?: string | null;
    IDBObjectStore: { prototype: Record<string, (...args: unknown[]) => unknown> };
  };
  for (const name of ['put', 'get', 'openCursor']) {
    const does = all.IDBObjectStore.prototype[name]!;
    all.IDBObjectStore.prototype[name] = function (...args) {
      if (all.broken === name) throw new DOMException('broken', 'DataError');
      return does.apply(this, args);
    };
  }
};

/** What goes wrong with phones, browsers and codes. */
describe('troubles in the field', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));
  afterEach(() => line.change('/field/sw.js', null));
  const grid = (room: Class) => marked(field.training, { ...room, name: '', sessions: [] }, room.sessionId);

  it('page, worker and manifest are asked for anew each time, under a strict policy', async () => {
    const { call } = field.training.product;
    const at = async (path: string) => {
      const { status, type, headers } = await call(path);
      return [status, type.split(';')[0], headers.get('cache-control')];
    };
    expect((await call('/field')).headers.get('location')).toBe('/field/');
    for (const path of ['/field/', '/field/records', '/field/sessions/7']) expect(await at(path)).toEqual([200, 'text/html', 'no-cache']);
    expect(await at('/field/sw.js')).toEqual([200, 'text/javascript', 'no-cache']);
    expect(await at('/field/manifest.webmanifest')).toEqual([200, 'application/manifest+json', 'no-cache']);
    const policyAt = async (path: string) => (await call(path)).headers.get('content-security-policy');
    for (const part of ["default-src 'none'", "worker-src 'self'", "manifest-src 'self'", "connect-src 'self'"])
      expect(await policyAt('/field/')).toContain(part);
    // This page alone compiles WebAssembly, which reads cards where the browser cannot.
    expect(await policyAt('/field/')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    for (const path of ['/', '/here/']) expect(await policyAt(path)).toContain("script-src 'self';");
    const { icons } = (await call('/field/manifest.webmanifest')).json as { icons: { src: string }[] };
    for (const { src } of icons) expect(await at(src)).toEqual([200, 'image/png', 'public, max-age=31536000, immutable']);
  });

  it('a code that was used, or never was, lets nobody in and says so; without one the page says how to get in', async () => {
    await todaysClass(field, 1);
    const code = await invite(field);
    const { page, stop } = await startPhone();
    await page.goto(`${line.origin}/field/`);
    await page.getByRole('heading', { name: '让这部手机可以登记' }).waitFor();
    await page.goto(`${line.origin}/field/#${code}`);
    await page.getByText('可离线使用').waitFor();
    expect(page.url()).toBe(`${line.origin}/field/`);
    await stop();
    const other = await startPhone();
    await other.page.goto(`${line.origin}/field/#${code}`);
    await other.page.getByRole('alert').getByText('已被另一部手机用过').waitFor();
    await other.page.goto(`${line.origin}/field/#${'x'.repeat(22)}`);
    await other.page.getByRole('alert').getByText('没有这个登记码').waitFor();
  });

  it('an answer to the code that was lost is asked for again by itself', async () => {
    await todaysClass(field, 1);
    const { page } = await startPhone();
    const code = await invite(field);
    let isFirst = true;
    await page.route('**/v1/field/enrollments', async (route) => {
      if (!isFirst) return route.continue();
      isFirst = false;
      await route.fetch();
      await route.abort();
    });
    await page.goto(`${line.origin}/field/#${code}`);
    await page.getByText('可离线使用').waitFor();
    expect(isFirst).toBe(false);
  });

  it('over plain HTTP from another machine it says that nothing is kept offline, and leaves the code unused', async () => {
    const code = await invite(field);
    const { page } = await startPhone({ prepare: () => Object.defineProperty(globalThis, 'isSecureContext', { value: false }) });
    await page.goto(`${line.origin}/field/#${code}`);
    await page.getByRole('heading', { name: '这里不能离线登记' }).waitFor();
    // Another browser is opened with this address.
    expect(page.url()).toBe(`${line.origin}/field/#${code}`);
    const again = await startPhone();
    await again.page.goto(`${line.origin}/field/#${code}`);
    await again.page.getByText('可离线使用').waitFor();
  });

  it('a phone that is full says so and draws no tick; with room again the tap is taken', async () => {
    const room = await todaysClass(field, 3);
    const before = await letIn(field, line);
    await before.die();
    // A browser that was just started knows nothing yet of the room that there is.
    const phone = await before.wake();
    const { page } = phone;
    line.cut();
    const devtools = await phone.context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: 1 });
    await openRoll(phone, line, room);
    await row(page, room.trainees[0]!).tap();
    await page.getByRole('alert').getByText('手机存储已满').waitFor();
    await stands(page, room.trainees[0]!, '未登记');
    await waiting(page, 0);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.origin });
    await row(page, room.trainees[0]!).tap();
    await stands(page, room.trainees[0]!, '到课');
    await waiting(page, 1);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('a code that the phone could not save is said to be unsaved, kept in memory and tried again', async () => {
    await todaysClass(field, 1);
    const { page } = await startPhone({ prepare: breakable });
    await page.goto(`${line.origin}/field/`);
    await page.getByRole('heading', { name: '让这部手机可以登记' }).waitFor();
    await page.evaluate(`globalThis.broken = 'put'`);
    await page.goto(`${line.origin}/field/#${await invite(field)}`);
    await page.getByRole('alert').getByText('手机没能保存登记码').waitFor();
    expect(page.url()).toBe(`${line.origin}/field/`);
    await page.evaluate('globalThis.broken = null');
    await page.getByText('可离线使用').waitFor();
  });

  it('an undoing that the phone could not save can be tried again; records that could not be read are not called none', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line, { prepare: breakable });
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await row(page, room.trainees[0]!).tap();
    await stands(page, room.trainees[0]!, '到课');
    await page.evaluate(`globalThis.broken = 'get'`);
    await page.getByRole('button', { name: '撤销' }).tap();
    await page.getByRole('alert').getByText('手机没能保存').waitFor();
    await page.evaluate('globalThis.broken = null');
    await stands(page, room.trainees[0]!, '到课');
    await row(page, room.trainees[1]!).tap();
    await stands(page, room.trainees[1]!, '到课');
    for (const personId of [...room.trainees].reverse()) {
      await page.getByRole('button', { name: '撤销' }).tap();
      await stands(page, personId, '未登记');
    }
    await page.evaluate(`globalThis.broken = 'openCursor'`);
    await page.getByRole('banner').getByRole('button').first().tap();
    await page.getByRole('alert').getByText('没有读出来').waitFor();
    expect(await page.getByText('还没有登记过').count()).toBe(0);
  });

  it('a tab that still takes the phone for another’s writes no mark and draws no tick', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await inStore(
      page,
      'keepsakes',
      `store.get('holder').onsuccess = ({ target }) => store.put({ ...target.result, instructorId: 'another' }, 'holder');`,
    );
    await row(page, room.trainees[0]!).tap();
    await page.getByRole('alert').getByText('手机没能保存').waitFor();
    await stands(page, room.trainees[0]!, '未登记');
    expect(await countIn(page, 'records')).toBe(0);
    // It has read again who holds the phone.
    await row(page, room.trainees[0]!).tap();
    await stands(page, room.trainees[0]!, '到课');
  });

  it('a verdict goes to the record as it is by then, and to none that waits no more', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line, {
      prepare: () => {
        const { fetch } = globalThis;
        globalThis.fetch = async (...args) => {
          const answer = await fetch(...args);
          if (args[0] === '/v1/field/marks') await (globalThis as unknown as { meanwhile?: () => Promise<void> }).meanwhile?.();
          return answer;
        };
      },
    });
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 2);
    const meanwhile = storing(
      'records',
      `store.getAll().onsuccess = ({ target: { result: [one, two] } }) => {
        store.put({ ...one, read: true });
        store.put({ ...two, state: 'refused' });
      };`,
    );
    await page.evaluate(`void (globalThis.meanwhile = () => ${meanwhile})`);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    const kept = (): Promise<unknown> =>
      inStore(
        page,
        'records',
        `store.getAll().onsuccess = ({ target }) => (found = target.result.map(({ state, read, inPack }) => [state, read ?? false, inPack]));`,
      );
    await eventually(kept, [
      ['accepted', true, true],
      ['refused', false, true],
    ]);
  });

  it('one record that the county cannot take stops no other, and is shown with its reason', async () => {
    const room = await todaysClass(field, 60);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 60);
    const spoil = (at: number, how: string): Promise<unknown> =>
      inStore(
        page,
        'records',
        `store.getAll().onsuccess = ({ target }) => { const record = target.result[${at}]; ${how}; store.put(record); };`,
      );
    await spoil(20, `record.mark.status = 'nonsense'`);
    await spoil(40, `record.mark.note = '\\u0000'`);
    line.packets.length = 0;
    line.mend();
    await waiting(page, 0);
    await page.getByRole('banner').getByText('2 条要看').waitFor();
    expect((await grid(room)).filter((status) => status === 'present')).toHaveLength(58);
    expect(line.packets[0]).toBe(60);
    expect(line.packets.length).toBeLessThan(20);
    await page.getByRole('banner').getByRole('button').first().tap();
    await page.getByText('登记内容不完整').waitFor();
    await page.getByText('文字中含有不能保存的字符').waitFor();
    for (const left of [1, 0]) {
      await page.getByRole('button', { name: '知道了' }).first().tap();
      await eventually(() => page.getByRole('button', { name: '知道了' }).count(), left);
    }
    expect(await page.getByRole('banner').getByText('条要看').count()).toBe(0);
  });

  it('two tabs of one phone know of each other and hand everything over once', async () => {
    const room = await todaysClass(field, 20);
    const phone = await letIn(field, line);
    const [one, two] = [phone.page, await phone.context.newPage()];
    await openRoll(phone, line, room);
    await openRoll({ ...phone, page: two }, line, room);
    line.cut();
    const pages = [one, two];
    for (const [i, personId] of room.trainees.entries()) await row(pages[i % 2]!, personId).tap();
    for (const page of pages) await waiting(page, 20);
    // The same name in both: the second tap has seen the first.
    await row(two, room.trainees[0]!).tap();
    await stands(one, room.trainees[0]!, '迟到');
    line.packets.length = 0;
    line.mend();
    for (const page of pages) await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    for (const page of pages) await waiting(page, 0);
    expect(line.packets.reduce((sum, many) => sum + many, 0)).toBe(21);
    expect(await storedMarks(field, room)).toBe(21);
    expect(await grid(room)).toEqual(['late', ...Array.from({ length: 19 }, () => 'present')]);
  });

  it('a session that is taken away while marks of it wait is hidden, and goes once they have left', async () => {
    const { product, organiser } = field.training;
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.turnAwayMarks();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    const { version } = done(await product.call(`/v1/sessions/${room.sessionId}`, { token: organiser })).json;
    const headers = { 'if-match': `"${version}"` };
    done(await product.call(`/v1/sessions/${room.sessionId}`, { method: 'PATCH', token: organiser, headers, body: { instructorIds: [] } }));
    const kept = (): Promise<unknown> =>
      page.evaluate(`new Promise((go) => {
        const opening = indexedDB.open('sitang-field');
        opening.onsuccess = () => {
          opening.result.transaction('sessions').objectStore('sessions').get('${room.sessionId}').onsuccess = ({ target }) => {
            opening.result.close();
            go(target.result ? (target.result.hidden ? 'hidden' : 'shown') : 'gone');
          };
        };
      })`);
    // What cannot be handed over does not keep the roster from being brought up to date.
    await page.reload();
    await eventually(kept, 'hidden');
    await page.getByText('这一课次已不归你登记').waitFor();
    await waiting(page, 1);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await waiting(page, 0);
    await eventually(kept, 'gone');
    await page.getByRole('banner').getByText('1 条要看').waitFor();
    expect(await storedMarks(field, room)).toBe(1);
  });

  it('a newer version waits for a hand, never while marks wait, and reloads nothing by itself', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.turnAwayMarks();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    await page.evaluate('globalThis.isTheSame = true');
    line.change('/field/sw.js', (source) => source.replace(/"version":"\w+"/, '"version":"two"'));
    await page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update())');
    await page.getByRole('button', { name: '返回' }).tap();
    await page.getByText('有新版本,先把待发的发完再更新').waitFor();
    expect(await page.getByRole('button', { name: '更新' }).count()).toBe(0);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await waiting(page, 0);
    expect(await page.evaluate('globalThis.isTheSame')).toBe(true);
    await page.getByRole('button', { name: '更新' }).tap();
    await page.waitForFunction('!globalThis.isTheSame');
    await eventually(() => page.evaluate('caches.keys()'), ['sitang-field-two']);
    await page.getByText('可离线使用').waitFor();
    line.cut();
    await page.reload();
    await page.getByText('可离线使用').waitFor();
  });

  it('a build that went wrong is taken back: phones let go of the kept pages, and of no mark', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.turnAwayMarks();
    await row(page, room.trainees[0]!).tap();
    await waiting(page, 1);
    await page.goto(`${line.origin}/field/`);
    await page.getByText('可离线使用').waitFor();
    const retiring = readFileSync(new URL('dist/web/field/sw-off.js', projectRoot()), 'utf8');
    line.change('/field/sw.js', () => retiring);
    await page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update())');
    await eventually(() => page.evaluate('caches.keys()'), []);
    await eventually(() => page.getByText('可离线使用').count(), 0);
    await page.reload();
    await waiting(page, 1);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await waiting(page, 0);
    expect(await grid(room)).toEqual(['present', null]);
    const off = await startProduct({ settings: { fieldWorker: false } });
    try {
      expect((await off.call('/field/sw.js')).text).toBe(retiring);
    } finally {
      await off.stop();
    }
  });

  it('revoked meanwhile: what waits is handed over and flagged, then names and token are forgotten, and it says so', async () => {
    const { product, organiser } = field.training;
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(page, 3);
    const { items } = done(await product.call('/v1/devices', { token: organiser })).json;
    const { id } = items.find(({ revokedAt, waiting: left }: { revokedAt: string | null; waiting: number | null }) => !revokedAt && !left);
    done(await product.call(`/v1/devices/${id}/revoke`, { token: organiser, body: { wipe: true } }));
    line.mend();
    await page.getByRole('heading', { name: '这部手机已停用' }).waitFor();
    await page.getByText('已交出 3 条登记').waitFor();
    const verdicts = await product.db.query('SELECT review AS code, COUNT(*) AS n FROM marks WHERE session_id = ? GROUP BY review', [
      room.sessionId,
    ]);
    expect(verdicts.map((one: { code: string; n: string }) => [one.code, Number(one.n)])).toEqual([['deviceRevoked', 3]]);
    const left = await page.evaluate(`new Promise((go) => {
      const opening = indexedDB.open('sitang-field');
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(['sessions', 'records', 'keepsakes']);
        const left = {};
        for (const name of ['sessions', 'records']) transaction.objectStore(name).count().onsuccess = ({ target }) => (left[name] = target.result);
        transaction.objectStore('keepsakes').getAllKeys().onsuccess = ({ target }) => (left.keepsakes = target.result);
        transaction.oncomplete = () => { opening.result.close(); go(left); };
      };
    })`);
    expect(left).toEqual({ sessions: 0, records: 0, keepsakes: ['deviceId', 'wiped'] });
    // The same hand with a new code is let in again.
    await page.goto(`${line.origin}/field/#${await invite(field)}`);
    await page.getByText('可离线使用').waitFor();
  });

  it('needs neither Background Sync nor a barcode reader, nor locks, nor channels between tabs, nor questions for many names at once', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line, {
      prepare: () => {
        const all = globalThis as unknown as Record<string, { prototype: Record<string, unknown> }>;
        for (const name of ['SyncManager', 'BarcodeDetector', 'BroadcastChannel']) Reflect.deleteProperty(all, name);
        Reflect.deleteProperty(all.ServiceWorkerRegistration!.prototype, 'sync');
        Reflect.deleteProperty(all.Navigator!.prototype, 'locks');
        Reflect.deleteProperty(all.IDBObjectStore!.prototype, 'getAllRecords');
      },
    });
    expect(
      await phone.page.evaluate(`['SyncManager', 'BarcodeDetector', 'BroadcastChannel'].filter((name) => name in globalThis)`),
    ).toEqual([]);
    expect(await phone.page.evaluate(`'getAllRecords' in IDBObjectStore.prototype`)).toBe(false);
    await openRoll(phone, line, room);
    line.cut();
    await phone.page.getByRole('button', { name: '全部到课' }).tap();
    await waiting(phone.page, 3);
    line.mend();
    await waiting(phone.page, 0);
    expect(await grid(room)).toEqual(['present', 'present', 'present']);
  });
});
