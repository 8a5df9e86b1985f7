import { type QueryClient, useQuery } from '@tanstack/react-query';
import { type Engagement, type InstructorTag } from '#contract';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { pagesOf, usePagesOf } from '../parts/pages-of.ts';

export type Instructor = Shown<'InstructorView'>;

export interface InstructorFilter {
  q?: string;
  unit?: string;
  tag?: InstructorTag;
  engagement?: Engagement;
}

export const useInstructors = (filter: InstructorFilter) =>
  usePagesOf<Instructor>(['instructors', 'list', filter], (cursor) =>
    told(api.GET('/v1/instructors', { params: { query: { ...filter, limit: 100, cursor } } })),
  );

export const readInstructor = (id: string): Promise<Instructor> => told(api.GET('/v1/instructors/{id}', { params: { path: byId(id) } }));

export const useInstructor = (id: string | undefined) =>
  useQuery({ queryKey: ['instructors', 'one', id], enabled: id !== undefined, queryFn: () => readInstructor(id!) });

export const instructorsChanged = (client: QueryClient): void => void client.invalidateQueries({ queryKey: ['instructors'] });

/** What an instructor taught, in one year or in all. */
export const taughtBy = (instructor: string, year: string | undefined) =>
  pagesOf<Shown<'SessionView'>>(['sessions', 'taught by', instructor, year], (cursor) => {
    const period = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
    return told(api.GET('/v1/sessions', { params: { query: { instructor, ...period, limit: 100, cursor } } }));
  });
