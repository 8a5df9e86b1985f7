import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleInCounting } from './counting.repository.js';
import { PeopleChanged } from './people.events.js';
import { Person, PersonAlias, PersonUnit, Position } from './person.entity.js';

const parts = [PeopleInCounting, PeopleChanged];

@Module({ imports: [TypeOrmModule.forFeature([Person, PersonUnit, Position, PersonAlias])], providers: parts, exports: parts })
export class PeopleModule {}
