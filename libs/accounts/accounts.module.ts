import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitsModule } from '#units';
import { AccountChanges } from './account-changes.js';
import { ChangePassword } from './change-password.js';
import { ContextOfUser } from './context-of-user.js';
import { CreateUser } from './create-user.js';
import { Device } from './device.entity.js';
import { DeviceRepository } from './device.repository.js';
import { ForgetSignIns } from './forget-sign-ins.js';
import { JudgePassword } from './judge-password.js';
import { ListAccounts } from './list-accounts.js';
import { RecogniseToken } from './recognise-token.js';
import { RecordDevice } from './record-device.js';
import { ResetPassword } from './reset-password.js';
import { RevokeToken } from './revoke-token.js';
import { SetGrants } from './set-grants.js';
import { SignIn } from './sign-in.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { SignInFailure, Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { UpdateUser } from './update-user.js';
import { User, UserGrant } from './user.entity.js';
import { UserRepository } from './user.repository.js';

const doors = [
  ContextOfUser,
  SignIn,
  RecogniseToken,
  RevokeToken,
  ChangePassword,
  CreateUser,
  SetGrants,
  UpdateUser,
  ResetPassword,
  ListAccounts,
  RecordDevice,
  ForgetSignIns,
];

@Module({
  imports: [TypeOrmModule.forFeature([User, UserGrant, Token, SignInFailure, Device]), UnitsModule],
  providers: [...doors, UserRepository, TokenRepository, SignInFailureRepository, JudgePassword, DeviceRepository, AccountChanges],
  exports: doors,
})
export class AccountsModule {}
