import { type DynamicModule, Module } from '@nestjs/common';
import { CoursesModule } from '#courses';
import { InstructorsModule } from '#instructors';
import { PeopleModule } from '#people';
import { type Config } from '#platform/config';
import { PlatformModule } from '#platform/core';
import { ImportsModule } from '#platform/imports';
import { SitesModule } from '#sites';
import { UnitsModule } from '#units';
import { AboutApiModule } from './about/about-api.module.js';
import { type Demo } from './about/demo.js';
import { MachinesModule } from './machines/machines.module.js';
import { nounModules } from './modules.js';

/** Registers whose rows other nouns' rows point at: the tables must be known even where no controller asks for them. */
const registers = [ImportsModule, UnitsModule, PeopleModule, InstructorsModule, SitesModule, CoursesModule];

/** The HTTP process: plumbing, what machines ask for, and the nouns. */
@Module({})
export class AppModule {
  static with(config: Config, demo: Demo | null): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config), ...registers, MachinesModule, AboutApiModule.with(demo), ...nounModules],
    };
  }
}
