import { RecogniseToken } from '#accounts';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { isARowWaitedFor } from '../../libs/platform/database/row-waits.fixture.js';
import { type Product } from '../stories/support/start-product.js';
import { together } from './training.js';

/** What is done under it waits at the end of its transaction. */
const waitingRequest = 'meanwhile';

/**
 * Does something for whoever has the token, and leaves it uncommitted while another thing is begun; commits it once that one waits for a
 * lock, or is through without. The answer to the other.
 */
export async function meanwhile<Answer>(
  product: Product,
  token: string,
  first: (ctx: Context) => Promise<unknown>,
  other: () => Promise<Answer>,
): Promise<Answer> {
  const ctx = await product.get(RecogniseToken).run({ kind: 'bearer', token }, { id: waitingRequest, address: '::1' });
  const [writing, written] = gate();
  const [committing, commit] = gate();
  const transactions = product.get(Transactions);
  const { run } = transactions;
  transactions.run = <T>(given: Context, work: (db: Db) => Promise<T>): Promise<T> =>
    run.call(transactions, given, async (db) => {
      const answer = await work(db);
      if (given.requestId !== waitingRequest) return answer;
      written();
      await committing;
      return answer;
    }) as Promise<T>;
  try {
    const doing = first(ctx!);
    await Promise.race([writing, doing.then(() => Promise.reject(new Error('done without waiting to be committed')))]);
    let isThrough = false;
    const answering = other().finally(() => (isThrough = true));
    while (!isThrough && !(await isARowWaitedFor(product.db))) await new Promise((go) => setTimeout(go, 10));
    commit();
    const [answer] = await together<unknown>([answering, doing]);
    return answer as Answer;
  } finally {
    commit();
    transactions.run = run;
  }
}

function gate(): [opened: Promise<void>, open: () => void] {
  let open!: () => void;
  const opened = new Promise<void>((go) => (open = go));
  return [opened, open];
}

/** Something else that is done once so many questions were answered over the databases given it; `asked` counts them. */
export class Interruption {
  asked = 0;
  constructor(
    private readonly after: number,
    private readonly other: () => Promise<unknown>,
  ) {}

  of(db: Db): Db {
    const query = async (sql: string, parameters?: unknown[]): Promise<unknown> => {
      const rows: unknown = await db.query(sql, parameters);
      if (++this.asked === this.after) await this.other();
      return rows;
    };
    return { query } as Db;
  }
}
