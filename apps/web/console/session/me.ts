import { type QueryClient, useQuery } from '@tanstack/react-query';
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
    // However lately it was asked: meanwhile somebody else may have signed in, in another tab.
    refetchOnWindowFocus: 'always',
    queryFn: readMe,
  });

const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('sitang-account');

/** Signs in, and tells the other tabs of this browser: the sign-in is theirs, too. */
export async function signIn(body: { account: string; password: string }): Promise<Me> {
  const me = await told(api.POST('/v1/sign-in', { body }));
  otherTabs?.postMessage('signedIn');
  return me;
}

/** Calls back whenever somebody has signed in in another tab. */
export function onSignedInElsewhere(listener: () => void): () => void {
  otherTabs?.addEventListener('message', listener);
  return () => otherTabs?.removeEventListener('message', listener);
}

/** What was read and typed under one account does not stay for whoever comes next. */
export function beginAfresh(client: QueryClient): void {
  client.clear();
  window.location.assign('/');
}

/** Whether the reader holds any one of these for some unit. What they may do for this very row, the API says. */
export function useMay(): (...wanted: Permission[]) => boolean {
  const { data } = useMe();
  return (...wanted) => wanted.some((permission) => data?.permissions.includes(permission));
}
