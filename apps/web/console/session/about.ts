import { useQuery } from '@tanstack/react-query';
import { api, told } from '../../api/client.ts';

/** What this installation is: a demonstration with its sign-ins, or a real county, perhaps an empty one. */
export const useAbout = () => useQuery({ queryKey: ['about'], staleTime: Infinity, queryFn: () => told(api.GET('/v1/about')) });
