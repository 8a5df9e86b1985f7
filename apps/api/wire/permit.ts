import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import { type Permission } from '#contract';
import { type Doorway } from './request.js';

const doorway = (way: Doorway): MethodDecorator =>
  applyDecorators(
    RouteConfig({ doorway: way }),
    ApiExtension('x-who', way.who),
    ...(way.permissions.length > 0 ? [ApiExtension('x-permissions', [...way.permissions])] : []),
    ...(way.who === 'signedIn' ? [ApiBearerAuth('bearer'), ApiCookieAuth('cookie')] : []),
  );

/** The route needs any one of these permissions, for some unit. Judged before the body is read; the use case judges which units. */
export const Permit = (...permissions: [Permission, ...Permission[]]): MethodDecorator => doorway({ who: 'signedIn', permissions });

/** The same, for a route of the field, which a phone's own token opens, too: no other does. */
export const PermitInField = (permission: Permission, toDevices: NonNullable<Doorway['toDevices']> = 'enrolled'): MethodDecorator =>
  doorway({ who: 'signedIn', permissions: [permission], toDevices });

/** The route is for everyone with an account: it shows or changes only what is theirs. */
export const SignedIn = (): MethodDecorator => doorway({ who: 'signedIn', permissions: [] });

/** The route is open. Idempotency keys mean nothing here: there is nobody to keep an answer for. */
export const Public = (): MethodDecorator => doorway({ who: 'anyone', permissions: [] });

/** Open to callers on this machine; others need the permission. */
export const LoopbackOr = (permission: Permission): MethodDecorator =>
  doorway({ who: 'signedIn', permissions: [permission], orLoopback: true });
