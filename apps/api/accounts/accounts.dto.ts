import { bundleNames, type BundleName, permissions, type Permission } from '#contract';
import { type Account, longestPassword, shortestPassword, type TokenRow } from '#accounts';
import { Id, idText, Instant, NestedList, OneOf, PageQuery, SomeOf, Text, Whole, Yes } from '../wire/index.js';

const account = { max: 60, example: 'organiser', about: '账号 · account' };
/** The name of an account that is made. */
export const freshAccount = { ...account, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u, min: 2 };
/** A password that is asked for: any text may be wrong. */
const asked = { max: longestPassword, example: 'Sitang-2021', about: '密码 · password' };
/** Promised to callers; whatever it says, the password alone decides so far. */
const code = {
  max: 20,
  optional: true,
  example: '123456',
  about: '第二因素:可以发送,目前尚不核对 · second factor: may be sent, is not checked yet',
};
/** A password that is set. */
export const chosen = {
  min: shortestPassword,
  max: longestPassword,
  example: '三月-Shuguo-疏果',
  about: '至少 10 个字符 · at least 10 characters',
};

export class UsersQuery extends PageQuery {
  @Text({ max: 60, optional: true, example: '王', about: '账号或姓名的一部分 · a part of the account or the name' }) q?: string;
}

export class TokenRequest {
  @Text(account) account: string;
  @Text(asked) password: string;
  @Text({ max: 100, example: '县委组织部办公电脑', about: '给这枚令牌起的名字 · what you call this token' }) label: string;
  @Text(code) code?: string;
}

export class SignInRequest {
  @Text(account) account: string;
  @Text(asked) password: string;
  @Text(code) code?: string;
}

export class PasswordChange {
  @Text(asked) current: string;
  @Text(chosen) next: string;
}

export class PasswordReset {
  @Text(chosen) password: string;
}

export class GrantRequest {
  @OneOf(bundleNames) bundle: BundleName;
  @Id({ about: '单位及其下属 · a unit and everything under it' }) unitId: number;
}

export class UserRequest {
  @Text(freshAccount) account: string;
  @Text({ max: 60, example: '王老师' }) name: string;
  @Text(chosen) password: string;
  @NestedList(() => GrantRequest, { min: 1, max: 50 }) grants: GrantRequest[];
  @Id({ optional: true, nullable: true, about: '以此账号登录的教师 · the instructor who signs in with it' }) instructorId?: number | null;
}

export class UserChange {
  @Text({ max: 60, optional: true, example: '王老师' }) name?: string;
  @Yes({ optional: true, about: '停用 · shut the account; its tokens end' }) disabled?: boolean;
}

export class GrantsRequest {
  @NestedList(() => GrantRequest, { min: 1, max: 50 }) grants: GrantRequest[];
}

export class IssuedToken {
  @Id() id: string;
  @Text({ max: 43, example: 'M3Jhb…', about: '只显示一次 · shown once' }) token: string;
  @Instant() expiresAt: string;
}

export class TokenView {
  @Id() id: string;
  @OneOf(['bearer', 'cookie']) kind: string;
  @Text({ max: 100, example: '手机' }) label: string;
  @Yes({ about: '正在使用的这一枚 · the one in use now' }) current: boolean;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) expiresAt: string | null;
}

export class GrantView {
  @OneOf(bundleNames) bundle: BundleName;
  @Id() unitId: string;
  @Text({ max: 100, example: '横渠镇' }) unitName: string;
}

export class UserView {
  @Id() id: string;
  @Text(account) account: string;
  @Text({ max: 60, example: '王老师' }) name: string;
  @Id({ nullable: true }) instructorId: string | null;
  @Yes() disabled: boolean;
  @NestedList(() => GrantView) grants: GrantView[];
  @Whole({ min: 1, max: 4_294_967_295, example: 1 }) version: number;
}

export class MeView extends UserView {
  @SomeOf(permissions, { about: '至少对一个单位拥有的权限 · held for some unit' }) permissions: Permission[];
}

export class ChangedUser {
  @Id() id: string;
  @Whole({ min: 1, max: 4_294_967_295, example: 1 }) version: number;
}

export const showUser = (user: Account): UserView => ({
  id: idText(user.id),
  account: user.account,
  name: user.name,
  instructorId: user.instructorId === null ? null : idText(user.instructorId),
  disabled: user.disabledAt !== null,
  grants: user.grants.map((grant) => ({ bundle: grant.bundle, unitId: idText(grant.unitId), unitName: grant.unitName })),
  version: user.version,
});

export const showToken = (token: TokenRow, current: number | null): TokenView => ({
  id: idText(token.id),
  kind: token.kind,
  label: token.label,
  current: token.id === current,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt?.toISOString() ?? null,
});
