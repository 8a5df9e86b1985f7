import { useQuery } from '@tanstack/react-query';
import { readClass } from '../classes/questions.ts';
import { useInstructor } from '../instructors/questions.ts';
import { useSite } from '../sites/questions.ts';
import { useUnitName } from '../units/unit-name.ts';
import { type Cell } from './questions.ts';

/** Whose the open number is: the place, the class, the site or the teacher that the address names; nothing while nobody knows. */
export function useWhose({ village, town, county, class: classId, site, instructor }: Cell): string | undefined {
  const unit = useUnitName(village ?? town ?? county);
  const className = useQuery({ queryKey: ['class', classId], enabled: classId !== undefined, queryFn: () => readClass(classId!) }).data
    ?.name;
  const siteName = useSite(site).data?.name;
  const teacher = useInstructor(instructor).data?.name;
  return [unit, className, siteName, teacher].filter(Boolean).join(' · ') || undefined;
}
