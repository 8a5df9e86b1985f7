import { Module } from '@nestjs/common';
import { Traffic } from '../wire/traffic.js';
import { ApiDocument } from './api-document.js';
import { MachinesController } from './machines.controller.js';
import { Readiness } from './readiness.js';

@Module({ controllers: [MachinesController], providers: [ApiDocument, Readiness, { provide: Traffic, useFactory: () => new Traffic() }] })
export class MachinesModule {}
