import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type AccountsScope } from './accounts-scope.js';
import { type GrantDraft, UserRepository, type UserRow } from './user.repository.js';

/** What every change of somebody's account asks first. */
@Injectable()
export class AccountChanges {
  constructor(private readonly users: UserRepository) {}

  /**
   * The user, locked for the change, if the caller may manage all they hold: whoever manages a town must not take over an
   * account of the county. @throws Refusal notFound, forbidden
   */
  async manageable(db: Db, scope: AccountsScope, id: number): Promise<UserRow> {
    const user = required(await this.users.find(db, scope, id, true), 'notFound');
    if (await this.users.holdsOutside(db, scope, id)) throw new Refusal('forbidden', { permissions: ['accounts.manage'] });
    return user;
  }

  /** @throws Refusal referenceUnknown naming each unit that is not there or out of the caller's reach */
  async demandWithin(db: Db, scope: AccountsScope, grants: readonly GrantDraft[]): Promise<void> {
    const known = await this.users.unitsWithin(db, scope, [...new Set(grants.map((grant) => grant.unitId))]);
    const fields = grants.flatMap((grant, i) => (known.has(grant.unitId) ? [] : [{ field: `grants[${i}].unitId`, fault: 'unknown' }]));
    if (fields.length > 0) throw new Refusal('referenceUnknown', { fields });
  }
}

/** The same bundle for the same unit is held once. */
export const distinctGrants = (grants: readonly GrantDraft[]): GrantDraft[] => [
  ...new Map(grants.map((grant) => [`${grant.bundle}/${grant.unitId}`, grant])).values(),
];
