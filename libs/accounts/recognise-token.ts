import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context, type Grant } from '#platform/context';
import { Together, Transactions } from '#platform/database';
import { type SignInKind } from './token.entity.js';
import { type HolderRow, TokenRepository } from './token.repository.js';
import { tokenHash } from './tokens.policy.js';

export interface PresentedToken {
  /** Where it came: in a header or in a cookie. A phone's own comes in a header. */
  kind: SignInKind;
  token: string;
}

/** Who holds a token, and what they may do where. Asked anew for every request, after it came: a revoked token ends at once. */
@Injectable()
export class RecogniseToken {
  /** Requests that come while the database is asked share the next question. */
  private readonly asking = new Together<Buffer, HolderRow[]>(
    async (hashes) => {
      const rows = await this.tokens.holders(this.transactions.read, hashes, now());
      return hashes.map((hash) => rows.filter((row) => row.hash.equals(hash)));
    },
    { lanes: 2, enough: 10, most: 100 },
  );

  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: TokenRepository,
  ) {}

  /** `null` for a token that is unknown, expired or revoked, or whose account is disabled; a phone's own then speaks for a revoked phone. */
  async run(presented: PresentedToken, request: { id: string; address: string }): Promise<Context | null> {
    const rows = (await this.asking.run(tokenHash(presented.token))).filter(
      ({ kind }) => (kind === 'device' ? 'bearer' : kind) === presented.kind,
    );
    const first = rows[0];
    if (!first) return null;
    return {
      user: { id: first.userId, account: first.account, instructorId: first.instructorId },
      grants: rows.flatMap(grantOf),
      requestId: request.id,
      via: 'http',
      tokenId: first.tokenId,
      ...(first.deviceId !== null && { device: { id: first.deviceId, revoked: first.revoked === 1, wipe: first.wipe === 1 } }),
      address: request.address,
    };
  }
}

const grantOf = ({ bundle, unitId, path }: HolderRow): Grant[] =>
  bundle === null || unitId === null || path === null ? [] : [{ bundle, unitId, path }];
