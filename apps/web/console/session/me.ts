import { useQuery } from '@tanstack/react-query';
import { type Permission } from '#contract';
import { api, Problem, type Shown, told } from '../../api/client.ts';

export type Me = Shown<'MeView'>;

/** Who is signed in, asked now; `null` where nobody is. */
export async function readMe(): Promise<Me | null> {
  try {
    return await told(api.GET('/v1/me'));
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'notSignedIn') return null;
    throw problem;
  }
}

/** Who is signed in; `null` where nobody is. */
export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    queryFn: readMe,
  });

/** Whether the reader holds any one of these for some unit. What they may do for this very row, the API says. */
export function useMay(): (...wanted: Permission[]) => boolean {
  const { data } = useMe();
  return (...wanted) => wanted.some((permission) => data?.permissions.includes(permission));
}
