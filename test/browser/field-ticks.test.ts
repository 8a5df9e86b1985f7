import { describe, expect, it } from '@jest/globals';
import { type Field, todaysClass } from '../factories/field.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { letIn, openRoll, row, stands, waiting } from './support/phone.js';

describe('a tick on the phone', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  it('is on the disk; a database that the browser closed is opened again, and the tap is kept', async () => {
    const room = await todaysClass(field, 3);
    const phone = await letIn(field, line, {
      prepare: () => {
        const { IDBDatabase: kind } = globalThis as unknown as {
          IDBDatabase: { prototype: { transaction: (...args: unknown[]) => unknown } };
        };
        const begin = kind.prototype.transaction;
        const seen = Object.assign(globalThis as unknown as { used: unknown; written: unknown[] }, { written: [] as unknown[] });
        kind.prototype.transaction = function (...args) {
          seen.used = this;
          const [, mode, wish] = args as [unknown, string?, { durability?: string }?];
          if (mode === 'readwrite') seen.written.push(wish?.durability ?? 'as the browser likes');
          return begin.apply(this, args);
        };
      },
    });
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await row(page, room.trainees[0]!).tap();
    await stands(page, room.trainees[0]!, '到课');
    expect(await page.evaluate('[...new Set(written)]')).toEqual(['strict']);
    await page.evaluate('used.close()');
    await row(page, room.trainees[1]!).tap();
    await stands(page, room.trainees[1]!, '到课');
    await page.reload();
    await waiting(page, 2);
  });

  it('is not drawn before the disk has it', async () => {
    const room = await todaysClass(field, 2);
    const phone = await letIn(field, line, {
      prepare: () => {
        interface Transaction {
          mode: string;
          addEventListener(type: string, listener: (event: unknown) => void): void;
        }
        const all = globalThis as unknown as { IDBTransaction: { prototype: Transaction }; held?: Promise<void>; hasEnded?: boolean };
        const hear = all.IDBTransaction.prototype.addEventListener;
        all.IDBTransaction.prototype.addEventListener = function (type, listener) {
          hear.call(this, type, async (event) => {
            if (type === 'complete' && this.mode === 'readwrite' && all.held) {
              all.hasEnded = true;
              await all.held;
            }
            listener.call(this, event);
          });
        };
      },
    });
    const { page } = phone;
    const [person] = room.trainees as [string];
    await openRoll(phone, line, room);
    line.cut();
    await page.evaluate('void (globalThis.held = new Promise((go) => (globalThis.letGo = go)))');
    await row(page, person).tap();
    await eventually(() => page.evaluate('globalThis.hasEnded === true'), true);
    // Long enough for whatever else would draw it.
    await page.evaluate(
      'new Promise((go) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : go()); next(); })',
    );
    expect(await row(page, person).getAttribute('data-status')).toBe('none');
    await page.evaluate('letGo()');
    await stands(page, person, '到课');
    await waiting(page, 1);
  });
});
