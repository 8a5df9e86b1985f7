import { type DynamicModule, Module } from '@nestjs/common';
import { AboutController } from './about.controller.js';
import { type Demo, DEMO } from './demo.js';

@Module({ controllers: [AboutController] })
export class AboutApiModule {
  static with(demo: Demo | null): DynamicModule {
    return { module: AboutApiModule, providers: [{ provide: DEMO, useValue: demo }] };
  }
}
