import { type Type } from '@nestjs/common';
import { AccountsApiModule } from './accounts/accounts-api.module.js';
import { AuditApiModule } from './audit/audit-api.module.js';
import { ClassesApiModule } from './classes/classes-api.module.js';
import { CoursesApiModule } from './courses/courses-api.module.js';
import { DevicesApiModule } from './devices/devices-api.module.js';
import { EnrollmentsApiModule } from './enrollments/enrollments-api.module.js';
import { FieldApiModule } from './field/field-api.module.js';
import { FiguresApiModule } from './figures/figures-api.module.js';
import { FoundingApiModule } from './founding/founding-api.module.js';
import { HallApiModule } from './hall/hall-api.module.js';
import { HistoryApiModule } from './history/history-api.module.js';
import { ImportsApiModule } from './imports/imports-api.module.js';
import { InstructorsApiModule } from './instructors/instructors-api.module.js';
import { MarksApiModule } from './marks/marks-api.module.js';
import { PeopleApiModule } from './people/people-api.module.js';
import { PhotosApiModule } from './photos/photos-api.module.js';
import { QueuesApiModule } from './queues/queues-api.module.js';
import { SessionsApiModule } from './sessions/sessions-api.module.js';
import { SitesApiModule } from './sites/sites-api.module.js';
import { UnitsApiModule } from './units/units-api.module.js';
import { WaitingApiModule } from './waiting/waiting-api.module.js';

/** The nouns of the API, each with its controllers in a folder of its own. What an installation says of itself is added by whoever starts it. */
export const nounModules: Type<unknown>[] = [
  AccountsApiModule,
  AuditApiModule,
  ClassesApiModule,
  CoursesApiModule,
  DevicesApiModule,
  EnrollmentsApiModule,
  FieldApiModule,
  FiguresApiModule,
  FoundingApiModule,
  HallApiModule,
  HistoryApiModule,
  ImportsApiModule,
  InstructorsApiModule,
  MarksApiModule,
  PeopleApiModule,
  PhotosApiModule,
  QueuesApiModule,
  SessionsApiModule,
  SitesApiModule,
  UnitsApiModule,
  WaitingApiModule,
];
