import { Global, Module } from '@nestjs/common';
import { AccountsModule, ContextOfUser } from '#accounts';
import { PERMISSION_CHECK, type PermissionCheck } from '#platform/imports';
import { scopeOf } from './scope.js';

/** Lends access to the rooms of the platform that stand below it. */
@Global()
@Module({
  imports: [AccountsModule],
  providers: [
    {
      provide: PERMISSION_CHECK,
      inject: [ContextOfUser],
      useFactory: (users: ContextOfUser): PermissionCheck => ({ require: scopeOf, contextOf: (db, userId) => users.run(db, userId) }),
    },
  ],
  exports: [PERMISSION_CHECK],
})
export class AccessModule {}
