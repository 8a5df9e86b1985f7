import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { PeopleController } from './people.controller.js';
import { PersonAnswer } from './person-answer.js';
import { PersonEventsController, PositionsController } from './person-events.controller.js';
import { ShownPeople } from './shown-people.js';

@Module({
  imports: [PeopleModule],
  providers: [ShownPeople, PersonAnswer],
  controllers: [PeopleController, PositionsController, PersonEventsController],
})
export class PeopleApiModule {}
