import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bundlesAllowing, scopeOf } from '#access';
import { CreateUser, ListAccounts, ResetPassword, SetGrants, UpdateUser } from '#accounts';
import type { Context } from '#platform/context';
import {
  Ctx,
  IdPipe,
  idText,
  IfMatch,
  type Page,
  pageOf,
  Permit,
  readCursor,
  Refuses,
  Shows,
  ShowsNothing,
  ShowsPage,
} from '../wire/index.js';
import { ChangedUser, GrantsRequest, PasswordReset, showUser, UserChange, UserRequest, UsersQuery, UserView } from './accounts.dto.js';

@ApiTags('accounts')
@Controller('v1/users')
export class UsersController {
  constructor(
    private readonly accounts: ListAccounts,
    private readonly create: CreateUser,
    private readonly update: UpdateUser,
    private readonly grants: SetGrants,
    private readonly reset: ResetPassword,
  ) {}

  @Get()
  @Permit('accounts.read')
  @ShowsPage(UserView, { summary: '账号列表 · Accounts that hold something in my scope' })
  async list(@Ctx() ctx: Context, @Query() query: UsersQuery): Promise<Page<UserView>> {
    const after = readCursor<[string]>(query.cursor, ['string'])?.[0] ?? null;
    const rows = await this.accounts.run(ctx, { scope: scopeOf(ctx, 'accounts.read'), after, q: query.q, limit: query.limit + 1 });
    return pageOf(rows, query.limit, showUser, (row) => [row.account]);
  }

  @Get(':id')
  @Permit('accounts.read')
  @Shows(UserView, { summary: '一个账号 · One account' })
  async one(@Ctx() ctx: Context, @Param('id', IdPipe) userId: number): Promise<UserView> {
    return showUser(await this.accounts.one(ctx, { scope: scopeOf(ctx, 'accounts.read'), userId }));
  }

  @Post()
  @Permit('accounts.manage')
  @Shows(ChangedUser, { status: 201, summary: '新建账号 · Add an account' })
  @Refuses('alreadyExists', 'referenceUnknown')
  async add(@Ctx() ctx: Context, @Body() body: UserRequest): Promise<ChangedUser> {
    return shown(await this.create.run(ctx, { scope: scopeOf(ctx, 'accounts.manage'), ...body }));
  }

  @Patch(':id')
  @Permit('accounts.manage')
  @Shows(ChangedUser, { summary: '改名、停用或启用 · Rename, disable or enable' })
  async change(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) userId: number,
    @IfMatch() version: number,
    @Body() body: UserChange,
  ): Promise<ChangedUser> {
    return shown(await this.update.run(ctx, { scope: scopeOf(ctx, 'accounts.manage'), userId, version, ...body }));
  }

  @Put(':id/grants')
  @Permit('accounts.manage')
  @Shows(ChangedUser, { summary: '设定权限 · Set what the account may do' })
  @Refuses('referenceUnknown')
  async setGrants(
    @Ctx() ctx: Context,
    @Param('id', IdPipe) userId: number,
    @IfMatch() version: number,
    @Body() body: GrantsRequest,
  ): Promise<ChangedUser> {
    const markers = bundlesAllowing('attendance.mark');
    return shown(await this.grants.run(ctx, { scope: scopeOf(ctx, 'accounts.manage'), userId, version, grants: body.grants, markers }));
  }

  @Put(':id/password')
  @Permit('accounts.manage')
  @HttpCode(204)
  @ShowsNothing({ summary: '重设密码,令牌随即作废 · Reset the password; all tokens end' })
  async resetPassword(@Ctx() ctx: Context, @Param('id', IdPipe) userId: number, @Body() body: PasswordReset): Promise<void> {
    await this.reset.run(ctx, { scope: scopeOf(ctx, 'accounts.manage'), userId, password: body.password });
  }
}

const shown = (user: { id: number; version: number }): ChangedUser => ({ id: idText(user.id), version: user.version });
