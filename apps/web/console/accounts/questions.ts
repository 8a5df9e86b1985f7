import { useQuery } from '@tanstack/react-query';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { pagesOf, usePagesOf } from '../parts/pages-of.ts';

export type Account = Shown<'UserView'>;
export type Grant = Shown<'GrantView'>;
export type AuditEntry = Shown<'AuditEntryView'>;

export const readAccount = (id: string) => told(api.GET('/v1/users/{id}', { params: { path: byId(id) } }));

export const useAccounts = (q: string | undefined) =>
  usePagesOf(['accounts', 'list', q], (cursor) => told(api.GET('/v1/users', { params: { query: { q, cursor, limit: 50 } } })));
export const useAccount = (id: string) => useQuery({ queryKey: ['accounts', 'one', id], queryFn: () => readAccount(id) });

export interface AuditFilter {
  /** Whose deeds: the id of an account. */
  by?: string;
  noun?: string;
  id?: string;
  account?: string;
  action?: string;
  from?: string;
  to?: string;
}
export const auditOf = (filter: AuditFilter) =>
  pagesOf(['audit', filter], (cursor) => told(api.GET('/v1/audit', { params: { query: { ...filter, cursor, limit: 50 } } })));

const everyMs = 5_000;
export const useQueues = () =>
  useQuery({ queryKey: ['queues'], refetchInterval: everyMs, staleTime: 0, queryFn: () => told(api.GET('/v1/queues')) });
