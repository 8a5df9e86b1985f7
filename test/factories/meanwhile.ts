import { type Type } from '@nestjs/common';
import { RecogniseToken } from '#accounts';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { type Product } from '../stories/support/start-product.js';
import { together } from './training.js';

/** Whoever has the token. */
export const contextOf = async ({ get }: Product, token: string): Promise<Context> =>
  (await get(RecogniseToken).run({ kind: 'bearer', token }, { id: 'meanwhile', address: '::1' }))!;

/**
 * Does something by a use case and leaves it uncommitted while another thing is begun; commits it once that one waits for a lock, or is
 * through without. The answer to the other.
 */
export async function meanwhile<UseCase extends object, Answer>(
  product: Product,
  part: Type<UseCase>,
  first: (useCase: UseCase) => Promise<unknown>,
  other: () => Promise<Answer>,
): Promise<Answer> {
  const [writing, written] = gate();
  const [committing, commit] = gate();
  const transactions = {
    run: <T>(ctx: Context, work: (db: Db) => Promise<T>): Promise<T> =>
      product.get(Transactions).run(ctx, async (db) => {
        const answer = await work(db);
        written();
        await committing;
        return answer;
      }),
  };
  const useCase = Object.assign(Object.create(product.get(part)) as UseCase, { transactions });
  const doing = first(useCase);
  await Promise.race([writing, doing]);
  let isThrough = false;
  const answering = other().finally(() => (isThrough = true));
  while (!isThrough && !(await somebodyWaits(product.db))) await new Promise((go) => setTimeout(go, 10));
  commit();
  const [answer] = await together<unknown>([answering, doing]);
  return answer as Answer;
}

function gate(): [opened: Promise<void>, open: () => void] {
  let open!: () => void;
  const opened = new Promise<void>((go) => (open = go));
  return [opened, open];
}

/**
 * For a lock in this database: other stories go on beside. The tables of transactions are no help: they stay as they were as long as
 * anybody asks more than ten times a second.
 */
async function somebodyWaits(db: Db): Promise<boolean> {
  const [{ Status: status }]: [{ Status: string }] = await db.query('SHOW ENGINE INNODB STATUS');
  const waiting = status.split('---TRANSACTION').filter((one) => one.includes('LOCK WAIT'));
  const connections: { id: number }[] = await db.query('SELECT id FROM information_schema.processlist WHERE db = DATABASE()');
  return connections.some(({ id }) => waiting.some((one) => one.includes(`thread id ${id},`)));
}
