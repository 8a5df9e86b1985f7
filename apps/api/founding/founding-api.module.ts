import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { FoundingController } from './founding.controller.js';

@Module({ imports: [AccountsModule], controllers: [FoundingController] })
export class FoundingApiModule {}
