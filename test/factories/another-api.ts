import { RecogniseToken } from '#accounts';
import { AttendanceRepository, CarryMatches, FactsAround, ReceiveMarks } from '#attendance';
import { type Verdict } from '#contract';
import { Transactions } from '#platform/database';
import { ClassFactsChanged } from '#schedule';
import { type Training } from './training.js';

type Received = Parameters<ReceiveMarks['run']>[1];

/** Takes what the organiser's phones bring as if each came to an API of its own: none shares a transaction with another. */
export async function anotherApi(
  { product, organiser: token }: Training,
  around = product.get(FactsAround),
): Promise<(facts: Received) => Promise<Verdict[]>> {
  const ctx = (await product.get(RecogniseToken).run({ kind: 'bearer', token }, { id: 'w', address: '::1' }))!;
  const parts = [
    product.get(Transactions),
    product.get(AttendanceRepository),
    around,
    product.get(CarryMatches),
    product.get(ClassFactsChanged),
  ] as const;
  return (facts) => new ReceiveMarks(...parts).run(ctx, facts);
}
