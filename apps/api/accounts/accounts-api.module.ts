import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { SignInController } from './sign-in.controller.js';
import { UserTokensController } from './user-tokens.controller.js';
import { UsersController } from './users.controller.js';

@Module({ imports: [AccountsModule], controllers: [SignInController, UsersController, UserTokensController] })
export class AccountsApiModule {}
