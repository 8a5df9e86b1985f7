import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateUnit } from './create-unit.js';
import { LoadUnits } from './load-units.js';
import { PlantUnits } from './plant-units.js';
import { RegisterImport } from './register-import.js';
import { RegisterKeeper } from './register-keeper.js';
import { RetireUnit } from './retire-unit.js';
import { Unit } from './unit.entity.js';
import { UnitRepository } from './unit.repository.js';
import { UpdateUnit } from './update-unit.js';

const parts = [UnitRepository, PlantUnits, CreateUnit, UpdateUnit, RetireUnit, LoadUnits, RegisterKeeper, RegisterImport];

@Module({ imports: [TypeOrmModule.forFeature([Unit])], providers: parts, exports: parts })
export class UnitsModule {}
