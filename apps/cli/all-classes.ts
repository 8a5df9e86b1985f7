import { type INestApplicationContext } from '@nestjs/common';
import { wholeTree } from '#access';
import { type ClassState } from '#contract';
import { Transactions } from '#platform/database';
import { type ClassPlace, ClassRepository, type ClassRow } from '#schedule';

/** Every class, or those in a state, page by page. */
export async function allClasses(program: INestApplicationContext, state?: ClassState): Promise<ClassRow[]> {
  const all: ClassRow[] = [];
  for (let after: ClassPlace | null = null; ;) {
    const page: ClassRow[] = await program
      .get(ClassRepository)
      .list(program.get(Transactions).read, wholeTree, { state }, { order: 'id', after, limit: 200 });
    all.push(...page);
    const last = page.at(-1);
    if (!last || page.length < 200) return all;
    after = last;
  }
}
