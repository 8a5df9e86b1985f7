import { type Permission } from '#contract';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/** What imports must know of access, which stands above them: the application binds it. */
export interface PermissionCheck {
  /** The places, as unit paths, for which the permission is held. @throws Refusal forbidden when there is none. */
  require(ctx: Context, permission: Permission): { paths: readonly string[] };
  /** The user with the grants they have now; with none when the account is gone or disabled. */
  contextOf(db: Db, userId: number): Promise<Context>;
}

/** The Nest token of the permission check. */
export const PERMISSION_CHECK = Symbol('permission check');
