import { mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { done } from '../../factories/training.js';
import { type Field, type todaysClass } from '../../factories/field.js';
import { cameraOf } from './camera-film.js';
import { watchForFailure } from './failed-stories.js';
import { type Line } from './line.js';

/** A phone in somebody's hand: a browser of its own, whose memory outlives it. */
export interface Phone {
  context: BrowserContext;
  page: Page;
  /** What went wrong in the page by itself. */
  faults: string[];
  /** The battery is dead: nothing is closed, nothing is written any more. */
  die(): Promise<void>;
  /** Switched on again, without opening anything by itself. */
  wake(wishes?: PhoneWishes): Promise<Phone>;
  /** Put away for good. */
  stop(): Promise<void>;
}

export interface PhoneWishes {
  size?: { width: number; height: number };
  theme?: 'light' | 'dark';
  language?: 'zh' | 'en';
  /** What its camera sees: a file of pictures. Nobody lets pages see without one. */
  film?: string;
  /** What the browser calls itself. */
  userAgent?: string;
  /** Runs in every page before anything of its own. */
  prepare?: () => void;
  /** By how many milliseconds its clock is ahead. */
  ahead?: number;
}

/** What the page is told of the time; what it counts for itself goes on as ever. */
const setClock = (ahead: number): void => {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Right.now() + ahead] : given) as [number]));
    }
    static override now = (): number => Right.now() + ahead;
  } as DateConstructor;
};

const running = new Set<Phone>();
export const stopPhones = async (): Promise<void> => void (await Promise.all([...running].map((phone) => phone.stop())));

export const startPhone = async (wishes: PhoneWishes = {}): Promise<Phone> => open(await mkdtemp(join(tmpdir(), 'sitang-phone-')), wishes);

async function open(folder: string, wishes: PhoneWishes): Promise<Phone> {
  const { size = { width: 360, height: 640 }, theme = 'light', language = 'zh', film, userAgent, prepare, ahead } = wishes;
  const executablePath = process.env.TEST_BROWSER;
  if (!executablePath) throw new Error(`no Chromium was found for the browser stories: ${process.env.TEST_BROWSER_ADVICE}`);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', ...cameraOf(film)],
    viewport: size,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    colorScheme: theme,
    ...(userAgent && { userAgent }),
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  if (prepare) await context.addInitScript(prepare);
  if (ahead !== undefined) await context.addInitScript(setClock, ahead);
  const page = context.pages()[0] ?? (await context.newPage());
  watchForFailure(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  const phone: Phone = {
    context,
    page,
    faults,
    async die() {
      running.delete(phone);
      // The browser notes its own process here: host-pid.
      const pid = Number((await readlink(join(folder, 'SingletonLock'))).split('-').at(-1));
      const gone = new Promise((go) => context.once('close', go));
      process.kill(-pid, 'SIGKILL');
      await gone;
    },
    wake: (again = {}) => open(folder, { ...wishes, ...again }),
    async stop() {
      running.delete(phone);
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  running.add(phone);
  return phone;
}

/** The code that an organiser shows to an instructor. */
export async function invite({ training, instructorId }: Field): Promise<string> {
  const { product, organiser } = training;
  return done(await product.call('/v1/devices/invitations', { token: organiser, body: { instructorId } })).json.code;
}

/** Lets a phone in and waits until it says that it works offline. */
export async function letIn(field: Field, line: Line, wishes: PhoneWishes = {}): Promise<Phone> {
  const phone = await startPhone(wishes);
  await phone.page.goto(`${line.origin}/field/#${await invite(field)}`);
  await phone.page.getByText(/可离线使用|Works offline/).waitFor();
  return phone;
}

export type Class = Awaited<ReturnType<typeof todaysClass>>;

export async function openRoll({ page }: Phone, line: Line, { sessionId }: Class): Promise<void> {
  await page.goto(`${line.origin}/field/sessions/${sessionId}`);
  await page.getByRole('heading', { name: '示例课' }).waitFor();
}
export const row = (page: Page, personId: string): Locator => page.getByRole('button', { name: new RegExp(`^示例${personId} `) });
/** The tick is drawn. */
export const stands = (page: Page, personId: string, status: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^示例${personId} .*${status}$`) }).waitFor();
/** The chip says how many marks wait. */
export const waiting = (page: Page, count: number): Promise<void> =>
  page.getByRole('banner').getByText(`${count} 条待发`, { exact: true }).waitFor();

export const storedMarks = async ({ training }: Field, { sessionId }: Class): Promise<number> =>
  Number((await training.product.db.query('SELECT COUNT(*) AS n FROM marks WHERE session_id = ?', [sessionId]))[0].n);

export const openRecords = (page: Page): Promise<void> => page.getByRole('banner').getByRole('button').first().tap();
/** What the phone writes of all that the county has not taken. */
export async function exported(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出待发' }).tap();
  const file = await coming;
  if (!/^sitang-\d{4}-\d\d-\d\d-\d{4}-[0-9a-f]{8}\.json$/.test(file.suggestedFilename())) throw new Error(file.suggestedFilename());
  await page.getByText('已写成文件').waitFor();
  return readFile(await file.path(), 'utf8');
}

/** Does something in the phone's own storage; what it puts into `found` is answered. */
export const inStore = (page: Page, name: string, how: string): Promise<unknown> => page.evaluate(storing(name, how));
export const storing = (name: string, how: string): string => `new Promise((go, fail) => {
      const opening = indexedDB.open('sitang-field');
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('${name}', 'readwrite');
        const store = transaction.objectStore('${name}');
        let found;
        ${how}
        transaction.oncomplete = () => { opening.result.close(); go(found); };
        transaction.onerror = fail;
      };
    })`;
export const countIn = (page: Page, name: string): Promise<unknown> =>
  inStore(page, name, 'store.count().onsuccess = ({ target }) => (found = target.result);');
/** Of whom the phone is: the name of the account that it speaks for. */
export const holderOf = (page: Page): Promise<unknown> =>
  inStore(page, 'keepsakes', `store.get('holder').onsuccess = ({ target }) => (found = target.result?.name ?? null);`);
