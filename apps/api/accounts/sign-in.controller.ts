import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import type {} from '@fastify/cookie';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayAnywhere } from '#access';
import { ChangePassword, ListAccounts, RevokeToken, SignIn } from '#accounts';
import { permissions } from '#contract';
import { type Config, CONFIG } from '#platform/config';
import type { Context } from '#platform/context';
import { demandNoOtherOrigin } from '../wire/door.js';
import { Ctx, IdPipe, idText, Public, Refuses, Shows, ShowsList, ShowsNothing, SignedIn } from '../wire/index.js';
import { cookieNameOf } from '../wire/security.js';
import { IssuedToken, MeView, PasswordChange, showToken, showUser, SignInRequest, TokenRequest, TokenView } from './accounts.dto.js';

@ApiTags('accounts')
@Controller('v1')
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIn: SignIn,
    private readonly revoke: RevokeToken,
    private readonly change: ChangePassword,
    private readonly accounts: ListAccounts,
  ) {}

  @Post('tokens')
  @Public()
  @Shows(IssuedToken, { status: 201, summary: '用账号密码换取令牌 · A bearer token for account and password' })
  @Refuses('signInFailed', 'signInLocked')
  async issue(@Ctx() ctx: Context, @Body() body: TokenRequest): Promise<IssuedToken> {
    const { account, password, label } = body;
    const issued = await this.signIn.run(ctx, { account, password, label, kind: 'bearer' });
    return { id: idText(issued.tokenId), token: issued.token, expiresAt: issued.expiresAt.toISOString() };
  }

  @Get('tokens')
  @SignedIn()
  @ShowsList(TokenView, { summary: '我的令牌 · My own tokens, newest first' })
  async tokens(@Ctx() ctx: Context): Promise<TokenView[]> {
    return (await this.accounts.ownTokens(ctx)).map((token) => showToken(token, ctx.tokenId));
  }

  @Delete('tokens/:id')
  @SignedIn()
  @HttpCode(204)
  @ShowsNothing({ summary: '作废我的一枚令牌 · Revoke one of my tokens' })
  async revokeToken(@Ctx() ctx: Context, @Param('id', IdPipe) tokenId: number): Promise<void> {
    await this.revoke.run(ctx, { tokenId });
  }

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @Shows(MeView, { summary: '浏览器登录,得到 HttpOnly cookie · Sign in with a cookie' })
  @Refuses('signInFailed', 'signInLocked', 'originMismatch')
  async enter(
    @Ctx() ctx: Context,
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    demandNoOtherOrigin(request);
    const { account, password } = body;
    const issued = await this.signIn.run(ctx, { account, password, kind: 'cookie', label: '浏览器' });
    void reply.setCookie(this.cookieName, issued.token, { ...this.cookie, expires: issued.expiresAt });
    return this.showMe({ ...ctx, user: { id: issued.userId, account, instructorId: null } });
  }

  @Post('sign-out')
  @SignedIn()
  @HttpCode(204)
  @ShowsNothing({ summary: '退出登录 · Sign out: the token in use ends' })
  async leave(@Ctx() ctx: Context, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (ctx.tokenId !== null) await this.revoke.run(ctx, { tokenId: ctx.tokenId });
    void reply.clearCookie(this.cookieName, this.cookie);
  }

  @Get('me')
  @SignedIn()
  @Shows(MeView, { summary: '我是谁,能做什么 · Who I am and what I may do' })
  me(@Ctx() ctx: Context): Promise<MeView> {
    return this.showMe(ctx);
  }

  @Put('me/password')
  @SignedIn()
  @HttpCode(204)
  @ShowsNothing({ summary: '修改我的密码,其他令牌随即作废 · Change my password; my other tokens end' })
  @Refuses('signInFailed', 'signInLocked')
  async changePassword(@Ctx() ctx: Context, @Body() body: PasswordChange): Promise<void> {
    await this.change.run(ctx, body);
  }

  private async showMe(ctx: Context): Promise<MeView> {
    const self = await this.accounts.self(ctx);
    const grants = self.grants.map((grant) => ({ bundle: grant.bundle, unitId: grant.unitId, path: '' }));
    return { ...showUser(self), permissions: permissions.filter((permission) => mayAnywhere({ ...ctx, grants }, permission)) };
  }

  private get cookieName(): string {
    return cookieNameOf(this.config.mode === 'production');
  }

  private get cookie() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.config.mode === 'production' } as const;
  }
}
