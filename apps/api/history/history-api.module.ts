import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AuditApiModule } from '../audit/audit-api.module.js';
import { InstructorsModule } from '#instructors';
import { PeopleModule } from '#people';
import { ScheduleModule } from '#schedule';
import { SitesModule } from '#sites';
import { UnitsModule } from '#units';
import { ClassHistoryController } from './class-history.controller.js';
import { PersonHistoryController } from './person-history.controller.js';
import { RegisterHistoriesController } from './register-histories.controller.js';
import { ShownHistory } from './shown-history.js';
import { UnitHistoryController } from './unit-history.controller.js';

/** Who changed what of a thing: seen by whoever may see the thing. */
@Module({
  imports: [AccountsModule, AuditApiModule, InstructorsModule, PeopleModule, ScheduleModule, SitesModule, UnitsModule],
  providers: [ShownHistory],
  controllers: [ClassHistoryController, PersonHistoryController, RegisterHistoriesController, UnitHistoryController],
})
export class HistoryApiModule {}
