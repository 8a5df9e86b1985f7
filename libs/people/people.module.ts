import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImporterRegistry } from '#platform/imports';
import { UnitsModule } from '#units';
import { AddPosition } from './add-position.js';
import { PeopleInCounting } from './counting.repository.js';
import { CreatePerson } from './create-person.js';
import { EndPosition } from './end-position.js';
import { FiguresOfPeople } from './figures-of-people.js';
import { ImportPeople } from './import-people.js';
import { MergePeople } from './merge-people.js';
import { MoveOnUnitTakenOver } from './move-on-unit-taken-over.js';
import { MovePerson } from './move-person.js';
import { OwnPerson } from './own-person.js';
import { PeopleChanged } from './people.events.js';
import { PeopleSheetRepository } from './people-sheet.repository.js';
import { PeopleWriter } from './people-writer.js';
import { PersonMoves } from './person-moves.js';
import { Person, PersonAlias, PersonUnit, Position } from './person.entity.js';
import { PersonRepository } from './person.repository.js';
import { PersonalNumbers } from './personal-numbers.js';
import { PersonTwins } from './person-twins.repository.js';
import { PositionBook } from './position-book.js';
import { PositionRepository } from './position.repository.js';
import { RevealNumber } from './reveal-number.js';
import { UnmergePeople } from './unmerge-people.js';
import { UpdatePerson } from './update-person.js';

const inside = [
  ImportPeople,
  PeopleSheetRepository,
  PeopleWriter,
  FiguresOfPeople,
  MoveOnUnitTakenOver,
  OwnPerson,
  PersonalNumbers,
  PersonMoves,
  PositionBook,
];
const offered = [
  PersonRepository,
  PersonTwins,
  PositionRepository,
  PeopleInCounting,
  PeopleChanged,
  CreatePerson,
  UpdatePerson,
  MovePerson,
  AddPosition,
  EndPosition,
  MergePeople,
  UnmergePeople,
  RevealNumber,
];

@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonUnit, Position, PersonAlias]), UnitsModule],
  providers: [...inside, ...offered],
  exports: offered,
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly people: ImportPeople,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.people);
  }
}
