import { CoursesModule } from '#courses';
import { AccessModule } from '#access';
import { AttendanceModule } from '#attendance';
import { EnrollmentModule } from '#enrollment';
import { InstructorsModule } from '#instructors';
import { PeopleModule } from '#people';
import { FilesModule } from '#platform/files';
import { ImportsModule } from '#platform/imports';
import { ScheduleModule } from '#schedule';
import { SitesModule } from '#sites';
import { StatisticsModule } from '#statistics';
import { UnitsModule } from '#units';

/** The nouns that have work for later, and those whose importers it runs. */
export const workerModules = [
  AccessModule,
  FilesModule,
  ImportsModule,
  UnitsModule,
  PeopleModule,
  InstructorsModule,
  SitesModule,
  CoursesModule,
  ScheduleModule,
  EnrollmentModule,
  AttendanceModule,
  StatisticsModule,
];
