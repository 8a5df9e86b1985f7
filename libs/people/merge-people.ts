import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { PeopleInCounting } from './counting.repository.js';
import { FiguresOfPeople } from './figures-of-people.js';
import { OwnPerson } from './own-person.js';
import { PersonRepository } from './person.repository.js';

export interface MergePeopleInput {
  /** The record that is to count as the other. */
  id: number;
  intoId: number;
  /** The versions of both that somebody looked at, with what the merge would do: of others it was not said. */
  version?: number;
  intoVersion?: number;
}

/**
 * Two records are one person: marks stay where they are, counting follows the alias (rule 14). A target that is itself merged
 * stands for the record it counts as. Refusals: notFound, referenceUnknown, mergeWithSelf, alreadyMerged, versionMismatch (of
 * which record).
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnPerson,
    private readonly people: PersonRepository,
    private readonly counting: PeopleInCounting,
    private readonly figures: FiguresOfPeople,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: MergePeopleInput): Promise<{ id: number; version: number; canonicalId: number }> {
    const scope = scopeOf(ctx, 'people.merge');
    return this.transactions.run(ctx, async (db) => {
      const unknown = { fields: [{ field: 'intoId', fault: 'unknown' }] };
      required(await this.people.find(db, scope, input.id), 'notFound');
      required(await this.people.find(db, scope, input.intoId), 'referenceUnknown', unknown);
      const root = await this.lockedRoot(db, input);
      const source = await this.own.takeAny(db, scope, input.id);
      if (source.mergedInto !== null) throw new Refusal('alreadyMerged', { personId: String(source.mergedInto) });
      const target = required(await this.people.find(db, scope, input.intoId), 'referenceUnknown', unknown);
      for (const [seen, { id, version }] of [
        [input.version, source],
        [input.intoVersion, target],
      ] as const)
        if (seen !== undefined && seen !== version) throw new Refusal('versionMismatch', { personId: String(id), version });
      await this.people.addAlias(db, source.id, root, ctx.user?.id ?? null);
      await this.people.touch(db, [source.id, root]);
      const units = [source.unitId, await this.people.unitOf(db, root)];
      await this.audit.record(db, ctx, 'person.merged', { noun: 'person', id: source.id, units }, { into: root });
      await this.audit.record(db, ctx, 'person.joined', { noun: 'person', id: root, units }, { by: source.id });
      await this.figures.changedFor(db, ctx, [root]);
      return { id: source.id, version: source.version + 1, canonicalId: root };
    });
  }

  /** The record that the target counts as, locked together with the source: merges in opposite directions cannot make a ring. */
  private async lockedRoot(db: Db, { id, intoId }: MergePeopleInput): Promise<number> {
    let root = intoId;
    for (;;) {
      await this.people.lock(db, [id, root]);
      const canonical = (await this.counting.canonicalOf(db, [root])).get(root)!;
      if (canonical === id) throw new Refusal('mergeWithSelf');
      if (canonical === root) return root;
      root = canonical;
    }
  }
}
