import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { SignInController } from './sign-in.controller.js';
import { UsersController } from './users.controller.js';

@Module({ imports: [AccountsModule], controllers: [SignInController, UsersController] })
export class AccountsApiModule {}
