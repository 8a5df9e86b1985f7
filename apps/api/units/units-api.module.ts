import { Module } from '@nestjs/common';
import { UnitsModule } from '#units';
import { UnitPlaceController } from './unit-place.controller.js';
import { UnitsController } from './units.controller.js';

@Module({ imports: [UnitsModule], controllers: [UnitsController, UnitPlaceController] })
export class UnitsApiModule {}
