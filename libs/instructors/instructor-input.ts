import { type Engagement, type InstructorTag } from '#contract';
import { type InstructorColumns } from './instructor.repository.js';

/** What one may say of a teacher. Left out: as it was. `null`: nothing. */
export interface InstructorDetails {
  code?: string | null;
  name?: string;
  unitId?: number;
  /** The teacher's own record on the register of people. */
  personId?: number | null;
  engagement?: Engagement;
  title?: string | null;
  organisation?: string | null;
  specialty?: string | null;
  tags?: InstructorTag[];
}

const names = {
  code: 'code',
  name: 'name',
  unitId: 'unit_id',
  personId: 'person_id',
  engagement: 'engagement',
  title: 'title',
  organisation: 'organisation',
  specialty: 'specialty',
} as const;

export function columnsOf(details: InstructorDetails): InstructorColumns {
  const columns: InstructorColumns = {};
  for (const [key, column] of Object.entries(names)) {
    const value = details[key as keyof typeof names];
    if (value !== undefined) columns[column] = value;
  }
  return columns;
}
