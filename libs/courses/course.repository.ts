import { Injectable } from '@nestjs/common';
import { type CourseKind } from '#contract';
import { type Condition, type Keeping, Register, type RegisterRow } from '#units';

export interface CourseRow extends RegisterRow {
  kind: CourseKind;
  subject: string | null;
  outline: string | null;
}

export const ofKind = (kind: CourseKind): Condition => ({ sql: 'r.kind = ?', parameters: [kind] });

@Injectable()
export class CourseRepository extends Register<CourseRow> {
  constructor() {
    super('courses', { kind: 'kind', subject: 'subject', outline: 'outline' });
  }
}

export const keepCourses = (register: CourseRepository): Keeping<CourseRow> => ({ noun: 'course', register });
