import { randomUUID } from 'node:crypto';
import { type Locator, type Page } from 'playwright-core';
import { done, startTraining, type Training } from '../../factories/training.js';
import { testPassword } from '../../stories/support/county.js';
import { visit, type Visit, type VisitWishes } from './browser.js';

/** An organiser's desk: a small county at work, and the ways to a class that stories of classes share. */
export interface Desk {
  training: Training;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects of an answer by looking into it
  api(path: string, body?: object): Promise<any>;
  enter(wishes?: VisitWishes): Promise<Visit>;
  /** A class of two half-days; a wish names what matters to the case. */
  classOf(name: string, wish?: object): Promise<string>;
}

export async function startDesk(): Promise<Desk> {
  const training = await startTraining();
  const api: Desk['api'] = async (path, body) => {
    const headers = { 'idempotency-key': randomUUID() };
    return done(await training.product.call(path, { token: training.organiser, body, headers })).json;
  };
  return {
    training,
    api,
    enter: (wishes) => visit(training.product, { account: 'organiser', password: testPassword, ...wishes }),
    async classOf(name, wish = {}) {
      const [startsOn, endsOn] = ['2022-03-07', '2022-03-07'];
      const sessions = [
        { topic: '党建引领', date: startsOn, dayPart: 'am' },
        { topic: '社会治理', date: startsOn, dayPart: 'pm' },
      ];
      const hosts = [String(training.county.county)];
      const body = { name, kind: 'thematic', startsOn, endsOn, hosts, contact: '0917-1', sessions, ...wish };
      return (await api('/v1/classes', body)).id;
    },
  };
}

/** Opens the form that changes a class. */
export async function openEdit(page: Page, id: string): Promise<Locator> {
  await page.goto(`/classes/${id}`);
  await page.getByRole('button', { name: '修改' }).click();
  return page.getByRole('dialog', { name: '修改培训班' });
}
