import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { UserRepository } from './user.repository.js';

/** What the holders of accounts are called, for pages that say who did something. */
@Injectable()
export class AccountNames {
  constructor(private readonly users: UserRepository) {}

  /** By id; `null` among the ids stands for the product itself and has no name. */
  of(db: Db, ids: readonly (number | null)[]): Promise<Map<number, string>> {
    return this.users.names(db, [...new Set(ids.filter((id): id is number => id !== null))]);
  }
}
