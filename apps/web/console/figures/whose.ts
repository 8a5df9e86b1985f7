import { useInstructor } from '../instructors/questions.ts';
import { useSite } from '../sites/questions.ts';
import { useUnitName } from '../units/unit-name.ts';
import { type Cell } from './questions.ts';

/** Whose the open number is: the place, the site or the teacher that the address names; nothing while nobody knows. */
export function useWhose({ village, town, county, site, instructor }: Cell): string | undefined {
  const unit = useUnitName(village ?? town ?? county);
  const siteName = useSite(site).data?.name;
  const teacher = useInstructor(instructor).data?.name;
  return [unit, siteName, teacher].filter(Boolean).join(' · ') || undefined;
}
