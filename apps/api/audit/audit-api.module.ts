import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AttendanceModule } from '#attendance';
import { UnitsModule } from '#units';
import { AuditController } from './audit.controller.js';
import { NamedFacts } from './named-facts.js';

@Module({
  imports: [AccountsModule, AttendanceModule, UnitsModule],
  providers: [NamedFacts],
  controllers: [AuditController],
  exports: [NamedFacts],
})
export class AuditApiModule {}
