import { type DynamicModule, Module } from '@nestjs/common';
import { type Config } from '#platform/config';
import { PlatformModule } from '#platform/core';
import { MachinesModule } from './machines/machines.module.js';
import { nounModules } from './modules.js';

/** The HTTP process: plumbing, what machines ask for, and the nouns. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), MachinesModule, ...nounModules] };
  }
}
