import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { Listing } from '../parts/listing.tsx';
import { Section } from '../parts/page.tsx';
import { usePagesOf } from '../parts/pages-of.ts';
import { moment } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { DeedFacts } from './deed-facts.tsx';
import { useDeedWords } from './use-deed-words.ts';

type Entry = Shown<'HistoryEntryView'>;
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

interface Of {
  of: keyof typeof nouns;
  id: string;
}

/** Who changed what of a thing and when, newest first. */
export function History({ of, id }: Of) {
  const { t } = useTranslation();
  const words = useDeedWords();
  const [stale, ask] = nouns[of];
  const list = usePagesOf<Entry>([stale, 'history', of, id], (cursor) => ask(id, cursor));
  const columns: Column<Entry>[] = [
    { key: 'at', title: t('history.at'), cell: ({ at }) => moment(at) },
    { key: 'who', title: t('history.who'), cell: ({ name }) => (name === null ? t('history.product') : <bdi>{name}</bdi>) },
    {
      key: 'did',
      title: t('history.did'),
      cell: ({ action, sessionId, session, import: by }) => (
        <span>
          {by ? t(action === 'import.reverted' ? 'history.takenBack' : 'history.written') : words.action(action)}
          {by && (
            <>
              {' '}
              <bdi>{by.id === null ? by.file : <Link to={`/imports/${by.id}`}>{by.file}</Link>}</bdi>
            </>
          )}
          {sessionId !== null && (
            <>
              {' '}
              <Link to={`/sessions/${sessionId}`}>{session ?? sessionId}</Link>
            </>
          )}
        </span>
      ),
    },
    {
      key: 'facts',
      title: t('history.facts'),
      cell: ({ facts, import: by }) => (by ? t(`domain.importKind.${by.kind}`) : <DeedFacts facts={facts} />),
    },
  ];
  return (
    <Listing
      label={t('history.title')}
      list={list}
      columns={columns}
      rowKey={(entry) => entry.id}
      filtered={false}
      empty={<Empty title={t('history.none')}>{t('history.noneHint')}</Empty>}
    />
  );
}

/** The same below the other parts of a page. */
export function HistorySection(props: Of) {
  const { t } = useTranslation();
  return (
    <Section title={t('history.title')}>
      <History {...props} />
    </Section>
  );
}
