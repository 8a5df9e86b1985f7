import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { StatisticsModule } from '#statistics';
import { UnitsModule } from '#units';
import { PeopleController } from './people.controller.js';
import { PersonAnswer } from './person-answer.js';
import { PersonRecordController } from './person-record.controller.js';
import { PersonEventsController, PositionsController } from './person-events.controller.js';
import { ShownPeople } from './shown-people.js';

@Module({
  imports: [PeopleModule, StatisticsModule, UnitsModule],
  providers: [ShownPeople, PersonAnswer],
  controllers: [PeopleController, PositionsController, PersonEventsController, PersonRecordController],
})
export class PeopleApiModule {}
