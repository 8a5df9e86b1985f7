import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { scopeOf } from '#access';
import { EndSignIn, ListAccounts } from '#accounts';
import { type Context } from '#platform/context';
import { Ctx, IdPipe, Permit, ShowsList, ShowsNothing } from '../wire/index.js';
import { showToken, TokenView } from './accounts.dto.js';

/** Where an account is signed in, for who manages it. */
@ApiTags('accounts')
@Controller('v1/users/:id/tokens')
export class UserTokensController {
  constructor(
    private readonly accounts: ListAccounts,
    private readonly end: EndSignIn,
  ) {}

  @Get()
  @Permit('accounts.manage')
  @ShowsList(TokenView, { summary: '账号在哪里登录 · Where an account is signed in, newest first' })
  async tokens(@Ctx() ctx: Context, @Param('id', IdPipe) userId: number): Promise<TokenView[]> {
    const tokens = await this.accounts.tokensOf(ctx, { scope: scopeOf(ctx, 'accounts.manage'), userId });
    return tokens.map((token) => showToken(token, ctx.tokenId));
  }

  @Delete(':tokenId')
  @Permit('accounts.manage')
  @HttpCode(204)
  @ShowsNothing({ summary: '作废账号的一枚令牌 · End one sign-in of an account' })
  async revoke(@Ctx() ctx: Context, @Param('id', IdPipe) userId: number, @Param('tokenId', IdPipe) tokenId: number): Promise<void> {
    await this.end.run(ctx, { scope: scopeOf(ctx, 'accounts.manage'), userId, tokenId });
  }
}
