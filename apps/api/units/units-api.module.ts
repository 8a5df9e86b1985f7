import { Module } from '@nestjs/common';
import { UnitsModule } from '#units';
import { UnitsController } from './units.controller.js';

@Module({ imports: [UnitsModule], controllers: [UnitsController] })
export class UnitsApiModule {}
