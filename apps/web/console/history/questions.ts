import { api, byId, type Shown, told } from '../../api/client.ts';
import { pagesOf } from '../parts/pages-of.ts';

export type Entry = Shown<'HistoryEntryView'>;
type Page = { items: Entry[]; nextCursor: string | null };

const asked = (id: string, cursor: string | undefined) => ({ params: { path: byId(id), query: { limit: 20, cursor } } });
/** Where the history of each noun is asked for, and what it goes stale with. */
const nouns = {
  class: ['classes', (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/classes/{id}/history', asked(id, cursor)))],
  person: ['people', (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/people/{id}/history', asked(id, cursor)))],
  unit: ['units', (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/units/{id}/history', asked(id, cursor)))],
  site: ['sites', (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/teaching-sites/{id}/history', asked(id, cursor)))],
  base: ['sites', (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/training-bases/{id}/history', asked(id, cursor)))],
  route: ['sites', (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/routes/{id}/history', asked(id, cursor)))],
  instructor: [
    'instructors',
    (id: string, cursor?: string): Promise<Page> => told(api.GET('/v1/instructors/{id}/history', asked(id, cursor))),
  ],
} as const;

export interface Of {
  of: keyof typeof nouns;
  id: string;
}

export const historyOf = ({ of, id }: Of) => {
  const [stale, ask] = nouns[of];
  return pagesOf<Entry>([stale, 'history', of, id], (cursor) => ask(id, cursor));
};
