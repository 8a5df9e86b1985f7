import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Shown, told } from '../../api/client.ts';
import { type Scope } from './scope.ts';

export type Bulletin = Shown<'BulletinView'>;

/** While facts wait to be counted, the figures are asked again. */
export const whilePending = ({ state }: { state: { data?: { pending: number } } }): number | false =>
  (state.data?.pending ?? 0) > 0 ? 2_000 : false;

/** Asked for on the page that people begin with, too: a file that brings nothing else. */
export const useBulletin = (scope: Scope | undefined) =>
  useQuery({
    queryKey: ['figures', 'bulletin', scope],
    enabled: scope !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: whilePending,
    queryFn: () => {
      const { from, to, basis, unit } = scope!;
      return told(api.GET('/v1/figures/bulletin', { params: { query: { from, to, basis, unit } } }));
    },
  });
