import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { claimAlone, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { LoadUnits, publishedUnits, UnitRepository } from '#units';
import { CreateUser } from './create-user.js';
import { demandFitPassword, hashPassword } from './passwords.js';
import { UserRepository } from './user.repository.js';

export interface FoundCountyInput {
  /** Six digits, as 610326. */
  countyCode: string;
  account: string;
  name: string;
  password: string;
}

/**
 * The first day of a county: its published units, and the account of its first administrator, who makes all others. Done once, and
 * whole: where anybody has an account already, and where it breaks off, nothing is changed. Refusals: alreadyFounded, referenceUnknown (countyCode), invalidFields (password).
 */
@Injectable()
export class FoundCounty {
  constructor(
    private readonly transactions: Transactions,
    private readonly load: LoadUnits,
    private readonly units: UnitRepository,
    private readonly users: UserRepository,
    private readonly create: CreateUser,
  ) {}

  async run(ctx: Context, { countyCode, account, name, password }: FoundCountyInput): Promise<{ id: number }> {
    demandFitPassword('password', password, account);
    const lines = await publishedUnits(countyCode);
    if (!lines.some(({ code }) => code === countyCode))
      throw new Refusal('referenceUnknown', { fields: [{ field: 'countyCode', fault: 'unknown' }] });
    if (await this.isFounded()) throw new Refusal('alreadyFounded');
    const passwordHash = await hashPassword(password);
    return this.transactions.run(ctx, async (db) => {
      // Of two that begin at once the second waits here until the first is done, and finds its account.
      const free = (await claimAlone(db, 'county')) && !(await this.users.some(db));
      if (!free) throw new Refusal('alreadyFounded');
      await this.load.within(db, ctx, { lines });
      const county = (await this.units.byCodes(db, [countyCode])).get(countyCode)!;
      const grants = [{ bundle: 'admin' as const, unitId: county.id }];
      return this.create.within(db, ctx, { scope: { paths: ['/'] }, account, name, passwordHash, grants });
    });
  }

  /** Whether anybody has an account here. */
  isFounded(): Promise<boolean> {
    return this.users.some(this.transactions.read);
  }
}
