import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Listing } from '../parts/listing.tsx';
import { Section } from '../parts/page.tsx';
import { useListed } from '../parts/pages-of.ts';
import { moment } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { DeedFacts } from './deed-facts.tsx';
import { type Entry, historyOf, type Of } from './questions.ts';
import { useDeedWords } from './use-deed-words.ts';

const nounOf = {
  class: 'class',
  person: 'person',
  unit: 'unit',
  site: 'teachingSite',
  base: 'trainingBase',
  route: 'learningRoute',
  instructor: 'instructor',
};

/** Who changed what of a thing and when, newest first. */
export function History(of: Of) {
  const { t } = useTranslation();
  const words = useDeedWords();
  const done = ({ action, import: by }: Entry): string =>
    by ? t(action === 'import.reverted' ? 'history.takenBack' : 'history.written') : words.action(action);
  const list = useListed(historyOf(of));
  const columns: Column<Entry>[] = [
    { key: 'at', title: t('history.at'), cell: ({ at }) => moment(at) },
    { key: 'who', title: t('history.who'), cell: ({ name }) => (name === null ? t('history.product') : <bdi>{name}</bdi>) },
    {
      key: 'did',
      title: t('history.did'),
      cell: (entry) => (
        <span>
          {done(entry)}
          {entry.import && (
            <>
              {' '}
              <bdi>
                {entry.import.id === null ? entry.import.file : <Link to={`/imports/${entry.import.id}`}>{entry.import.file}</Link>}
              </bdi>
            </>
          )}
          {entry.sessionId !== null && (
            <>
              {' '}
              <Link to={`/sessions/${entry.sessionId}`}>{entry.session ?? entry.sessionId}</Link>
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
      file={{
        name: `${t('history.title')}-${words.noun(nounOf[of.of])}-${of.id}`,
        columns: [
          [t('history.at'), ({ at }) => moment(at)],
          [t('history.who'), ({ name }) => name ?? t('history.product')],
          [t('history.did'), (entry) => [done(entry), entry.import?.file, entry.session ?? entry.sessionId].filter(Boolean).join(' ')],
          [
            t('history.facts'),
            ({ facts, import: by }) => (by ? t(`domain.importKind.${by.kind}`) : facts.map((fact) => words.said(fact)).join('; ')),
          ],
        ],
      }}
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
