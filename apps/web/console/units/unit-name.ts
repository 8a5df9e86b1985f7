import { useQuery } from '@tanstack/react-query';
import { api, byId, told } from '../../api/client.ts';

export const useUnit = (id: string | undefined) =>
  useQuery({
    queryKey: ['units', 'one', id],
    enabled: id !== undefined,
    queryFn: () => told(api.GET('/v1/units/{id}', { params: { path: byId(id!) } })),
  });

/** What a unit that the address names is called; nothing while nobody knows. */
export const useUnitName = (id: string | undefined): string | undefined => useUnit(id).data?.displayName;
