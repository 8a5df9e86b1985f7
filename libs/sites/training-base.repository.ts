import { Injectable } from '@nestjs/common';
import { type Keeping, Register, type RegisterRow } from '#units';

export type BaseRow = RegisterRow;

@Injectable()
export class BaseRepository extends Register<BaseRow> {
  constructor() {
    super('training_bases', {});
  }
}

export const keepBases = (register: BaseRepository): Keeping<BaseRow> => ({ noun: 'trainingBase', register });
