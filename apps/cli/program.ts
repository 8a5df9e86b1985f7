import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsModule } from '#accounts';
import { AccessModule } from '#access';
import { AttendanceModule } from '#attendance';
import { CoursesModule } from '#courses';
import { EnrollmentModule } from '#enrollment';
import { InstructorsModule } from '#instructors';
import { PeopleModule } from '#people';
import { readConfig } from '#platform/config';
import { PlatformModule } from '#platform/core';
import { demandMigrated, demandOwnDatabase } from '#platform/database';
import { FilesModule } from '#platform/files';
import { ImportsModule } from '#platform/imports';
import { ScheduleModule } from '#schedule';
import { SitesModule } from '#sites';
import { StatisticsModule } from '#statistics';
import { UnitsModule } from '#units';

/** The product without HTTP: what a command runs in. Closed when the work ends, however it ends. */
export async function withProgram<T>(work: (program: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = readConfig();
  await demandMigrated(config.databaseUrl);
  await demandOwnDatabase(config);
  @Module({
    imports: [
      PlatformModule.with(config),
      AccountsModule,
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
    ],
  })
  class CliModule {}
  const program = await NestFactory.createApplicationContext(CliModule, { logger: ['error'], abortOnError: false });
  try {
    return await work(program);
  } finally {
    await program.close();
  }
}
