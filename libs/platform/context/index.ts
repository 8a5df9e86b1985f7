import { AsyncLocalStorage } from 'node:async_hooks';
import { type BundleName } from '#contract';

/** A bundle of permissions held for a unit and everything under it. `path` is that unit's place in today's tree. */
export interface Grant {
  bundle: BundleName;
  unitId: number;
  path: string;
}

/** The phone whose own token came, as it stands at this moment. */
export interface DeviceOfRequest {
  id: number;
  /** Nobody vouches for it any more: what it hands over is kept and flagged, and it is given nothing. */
  revoked: boolean;
  /** It is to forget whom it knows. */
  wipe: boolean;
}

/** Who asks, for which units, and how the request came in. The first argument of every use case. */
export interface Context {
  user: { id: number; account: string; instructorId: number | null } | null;
  grants: readonly Grant[];
  requestId: string;
  via: 'http' | 'worker' | 'cli';
  tokenId: number | null;
  /** Where a phone asks with a token of its own, which does less than its account. */
  device?: DeviceOfRequest;
  address: string | null;
  /** A repeat of the same request gives the stored answer. */
  idempotency?: { key: string; route: string; bodyHash: Buffer };
}

/** The product acting on its own: jobs, start-up, the command line. */
export const systemContext = (via: 'worker' | 'cli', requestId = via): Context => ({
  user: null,
  grants: [{ bundle: 'admin', unitId: 0, path: '/' }],
  requestId,
  via,
  tokenId: null,
  address: null,
});

const storage = new AsyncLocalStorage<{ requestId: string }>();
/** For log lines only; rules take the context as an argument. */
export const currentRequestId = (): string | undefined => storage.getStore()?.requestId;
export const withRequestId = <T>(requestId: string, work: () => T): T => storage.run({ requestId }, work);
