import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImporterRegistry } from '#platform/imports';
import { CreateUnit } from './create-unit.js';
import { FormerNames } from './former-names.js';
import { ImportUnits } from './import-units.js';
import { LoadUnits } from './load-units.js';
import { PlantUnits } from './plant-units.js';
import { RegisterImport } from './register-import.js';
import { RegisterKeeper } from './register-keeper.js';
import { RetireUnit } from './retire-unit.js';
import { Unit } from './unit.entity.js';
import { UnitRepository } from './unit.repository.js';
import { UnitsTakenOver } from './units.events.js';
import { UpdateUnit } from './update-unit.js';

const parts = [
  UnitsTakenOver,
  UnitRepository,
  FormerNames,
  PlantUnits,
  CreateUnit,
  UpdateUnit,
  RetireUnit,
  LoadUnits,
  ImportUnits,
  RegisterKeeper,
  RegisterImport,
];

@Module({ imports: [TypeOrmModule.forFeature([Unit])], providers: parts, exports: parts })
export class UnitsModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly units: ImportUnits,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.units);
  }
}
