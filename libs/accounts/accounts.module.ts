import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitsModule } from '#units';
import { AccountChanges } from './account-changes.js';
import { AccountNames } from './account-names.js';
import { AuditRepository } from './audit.repository.js';
import { ChangePassword } from './change-password.js';
import { ContextOfUser } from './context-of-user.js';
import { CreateUser } from './create-user.js';
import { CountGuesses } from './count-guesses.js';
import { Device, DeviceInvitation } from './device.entity.js';
import { DeviceRepository } from './device.repository.js';
import { EndDevices } from './end-devices.js';
import { EnrollDevice } from './enroll-device.js';
import { FoundCounty } from './found-county.js';
import { ForgetSignIns } from './forget-sign-ins.js';
import { InvitationRepository } from './invitation.repository.js';
import { InviteDevice } from './invite-device.js';
import { JudgePassword } from './judge-password.js';
import { ListAccounts } from './list-accounts.js';
import { ListDevices } from './list-devices.js';
import { MoveInvitedAccounts } from './move-invited-accounts.js';
import { RecogniseToken } from './recognise-token.js';
import { RecordDevice } from './record-device.js';
import { ResetPassword } from './reset-password.js';
import { RevokeDevice } from './revoke-device.js';
import { EndSignIn } from './end-sign-in.js';
import { RevokeToken } from './revoke-token.js';
import { SearchAudit } from './search-audit.js';
import { ShowHistory } from './show-history.js';
import { SetGrants } from './set-grants.js';
import { SignIn } from './sign-in.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { SignInFailure, Token } from './token.entity.js';
import { SpeakForDevice } from './speak-for-device.js';
import { TokenRepository } from './token.repository.js';
import { UpdateUser } from './update-user.js';
import { User, UserGrant } from './user.entity.js';
import { UserRepository } from './user.repository.js';

const doors = [
  ContextOfUser,
  SignIn,
  RecogniseToken,
  RevokeToken,
  EndSignIn,
  ChangePassword,
  CreateUser,
  FoundCounty,
  SetGrants,
  UpdateUser,
  ResetPassword,
  ListAccounts,
  AccountNames,
  SearchAudit,
  ShowHistory,
  RecordDevice,
  InviteDevice,
  EnrollDevice,
  ListDevices,
  RevokeDevice,
  MoveInvitedAccounts,
  SpeakForDevice,
  ForgetSignIns,
  CountGuesses,
];

@Module({
  imports: [TypeOrmModule.forFeature([User, UserGrant, Token, SignInFailure, Device, DeviceInvitation]), UnitsModule],
  providers: [
    ...doors,
    UserRepository,
    TokenRepository,
    SignInFailureRepository,
    JudgePassword,
    DeviceRepository,
    InvitationRepository,
    EndDevices,
    AccountChanges,
    AuditRepository,
  ],
  exports: doors,
})
export class AccountsModule {}
