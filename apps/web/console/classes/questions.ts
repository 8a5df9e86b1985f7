import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { rememberPairs } from './seen.ts';

export type ClassOf = Shown<'ClassView'>;
export type Outlook = Shown<'ClassOutlookView'>;

/** Nothing is taught or changed in it any more. */
export const hasEnded = ({ state }: Pick<ClassOf, 'state'>): boolean => state === 'closed' || state === 'cancelled' || state === 'void';

export async function readClass(id: string): Promise<ClassOf> {
  const one = await told(api.GET('/v1/classes/{id}', { params: { path: byId(id) } }));
  const { labels } = one;
  rememberPairs('unit', one.hosts, labels.hosts);
  rememberPairs('unit', [one.deliveringUnitId, one.villageId], [labels.deliveringUnit, labels.village]);
  rememberPairs('unit', one.supportingUnits, labels.supportingUnits);
  rememberPairs('course', [one.courseId], [labels.course]);
  rememberPairs('head', [one.headUserId], [labels.head]);
  rememberPairs('class', [one.id], [one.name]);
  return one;
}

export const useClass = (id: string) => useQuery({ queryKey: ['class', id], queryFn: () => readClass(id) });

/** What may become of the class, and what it counts now. */
export const useOutlook = (id: string) =>
  useQuery({
    queryKey: ['class', id, 'outlook'],
    queryFn: (): Promise<Outlook> => told(api.GET('/v1/classes/{id}/outlook', { params: { path: byId(id) } })),
  });

/** Who one is, and what this installation is, no change of a class touches. */
const untouched = new Set(['me', 'about']);

/** After a change: whatever shows classes, their sessions, rosters or figures is asked anew; what is not in view, when it comes to be. */
export function useChanged(): () => void {
  const client = useQueryClient();
  return useCallback(
    () => void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => !untouched.has(String(first)) }),
    [client],
  );
}
