import { type Type } from '@nestjs/common';
import { AccountsApiModule } from './accounts/accounts-api.module.js';
import { ClassesApiModule } from './classes/classes-api.module.js';
import { CoursesApiModule } from './courses/courses-api.module.js';
import { EnrollmentsApiModule } from './enrollments/enrollments-api.module.js';
import { FieldApiModule } from './field/field-api.module.js';
import { FiguresApiModule } from './figures/figures-api.module.js';
import { ImportsApiModule } from './imports/imports-api.module.js';
import { InstructorsApiModule } from './instructors/instructors-api.module.js';
import { MarksApiModule } from './marks/marks-api.module.js';
import { PeopleApiModule } from './people/people-api.module.js';
import { SessionsApiModule } from './sessions/sessions-api.module.js';
import { SitesApiModule } from './sites/sites-api.module.js';
import { UnitsApiModule } from './units/units-api.module.js';

/** The nouns of the API, each with its controllers in a folder of its own. */
export const nounModules: Type<unknown>[] = [
  AccountsApiModule,
  ClassesApiModule,
  CoursesApiModule,
  EnrollmentsApiModule,
  FieldApiModule,
  FiguresApiModule,
  ImportsApiModule,
  InstructorsApiModule,
  MarksApiModule,
  PeopleApiModule,
  SessionsApiModule,
  SitesApiModule,
  UnitsApiModule,
];
