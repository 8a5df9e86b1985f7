import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.ts';
import { MadeBy } from '../attendance/versions.tsx';
import { Listing } from '../parts/listing.tsx';
import { type PagesOf } from '../parts/pages-of.ts';
import { Empty, useSaid } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { MatchSheet } from './match-sheet.tsx';
import { type Mark, type Narrowing, type Settled, useDecided } from './questions.ts';
import { useMarkCsv } from './mark-csv.ts';
import { SessionOf } from './session-of.tsx';
import { WhoMarked } from './who-marked.tsx';
import css from './waiting.module.css';

interface Props {
  decisions: PagesOf<Mark>;
  matches: PagesOf<Mark>;
  filter: Narrowing;
  filtered: boolean;
  onClear: () => void;
  settled: Settled;
}
type Which = 'open' | 'decided';
type Decision = 'admit' | 'reject' | 'withdraw';

/** Marks that count only once somebody has decided, walk-ins nobody has matched; and, a step away, what was decided. */
export function MarksList({ decisions, matches, filter, filtered, onClear, settled }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const [which, setWhich] = useState<Which>('open');
  const [busy, setBusy] = useState<string>();
  const [matching, setMatching] = useState<Mark>();
  const decided = useDecided(filter, which === 'decided');

  const decide = async (mark: Mark, decision: Decision): Promise<void> => {
    const deed = `${decision} ${mark.id}`;
    setBusy(mark.id);
    try {
      const header = settled.keyOf(deed);
      await told(api.POST('/v1/marks/{id}/decide', { params: { path: { id: mark.id }, header }, body: { decision } }));
      settled.forget(deed);
      if (decision === 'withdraw') settled.show(mark.id);
      else {
        settled.hide([mark.id]);
        offerBack(mark, decision);
      }
      settled.refresh();
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setBusy(undefined);
    }
  };
  const offerBack = (mark: Mark, decision: Exclude<Decision, 'withdraw'> | 'match'): void =>
    void message.success({
      key: mark.id,
      duration: 8,
      content: (
        <>
          {t(`waiting.marks.did.${decision}`)}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(mark.id);
              void decide(mark, 'withdraw');
            }}
          >
            {t('waiting.marks.withdraw')}
          </Button>
        </>
      ),
    });

  const columns: Column<Mark>[] = [
    { key: 'who', title: t('waiting.marks.who'), cell: (mark) => <WhoMarked mark={mark} /> },
    { key: 'session', title: t('waiting.session'), cell: (mark) => <SessionOf of={mark} /> },
    {
      key: 'mark',
      title: t('waiting.marks.mark'),
      cell: (mark) => (
        <div className={css.stack}>
          <b>{t(`domain.status.${mark.status}`)}</b>
          <MadeBy mark={mark} />
        </div>
      ),
    },
    { key: 'will', title: t('waiting.will'), cell: (mark) => <Will mark={mark} /> },
    {
      key: 'do',
      title: t('waiting.do'),
      right: true,
      cell: (mark) => {
        if (!mark.mayDecide) return <span className={css.why}>{t('waiting.notYourUnit')}</span>;
        const loading = busy === mark.id;
        if (mark.decision !== null)
          return (
            <Button size="small" loading={loading} onClick={() => void decide(mark, 'withdraw')}>
              {t('waiting.marks.withdraw')}
            </Button>
          );
        return (
          <span className={css.deeds}>
            {mark.needs === 'match' && (
              <Button size="small" onClick={() => setMatching(mark)}>
                {t('waiting.marks.match')}
              </Button>
            )}
            {(mark.waiting === 'offRoster' || mark.waiting === 'classClosed') && mark.needs === 'decision' && (
              <Button size="small" loading={loading} onClick={() => void decide(mark, 'admit')}>
                {t('waiting.marks.admit')}
              </Button>
            )}
            <Button size="small" loading={loading} onClick={() => void decide(mark, 'reject')}>
              {t('waiting.marks.reject')}
            </Button>
          </span>
        );
      },
    },
  ];
  const csv = useMarkCsv();
  const listing = (list: PagesOf<Mark>, label: string, empty: string) => (
    <Listing
      label={label}
      list={{ ...list, rows: list.rows.filter((mark) => which === 'decided' || !settled.hidden.has(mark.id)) } as PagesOf<Mark>}
      columns={columns}
      rowKey={(mark) => mark.id}
      filtered={filtered}
      onClear={onClear}
      file={{ name: label, columns: csv }}
      empty={<Empty title={empty} />}
    />
  );
  return (
    <>
      <Segmented<Which>
        className="offPaper"
        value={which}
        onChange={setWhich}
        options={(['open', 'decided'] as const).map((value) => ({ value, label: t(`waiting.marks.${value}`) }))}
      />
      {which === 'decided' ? (
        <div className={css.part}>{listing(decided, t('waiting.marks.decided'), t('waiting.marks.noneDecided'))}</div>
      ) : (
        <>
          <section className={css.part}>
            <h2>{t('all.waiting.decisions')}</h2>
            {listing(decisions, t('all.waiting.decisions'), t('waiting.marks.noDecisions'))}
          </section>
          <section className={css.part}>
            <h2>{t('all.waiting.matches')}</h2>
            {listing(matches, t('all.waiting.matches'), t('waiting.marks.noMatches'))}
          </section>
        </>
      )}
      {matching && (
        <MatchSheet
          mark={matching}
          settled={settled}
          onClose={() => setMatching(undefined)}
          onDone={() => {
            settled.hide([matching.id]);
            offerBack(matching, 'match');
            settled.refresh();
          }}
        />
      )}
    </>
  );
}

/** What pressing a button will do. */
function Will({ mark }: { mark: Mark }) {
  const { t } = useTranslation();
  if (mark.decision !== null) return <>{t(`waiting.marks.was.${mark.decision}`)}</>;
  if (mark.needs === 'match') return <>{t('waiting.marks.will.match', { class: mark.className })}</>;
  if (mark.waiting === 'sessionCancelled') return <>{t('waiting.marks.will.cancelled')}</>;
  if (mark.waiting === 'sessionVoid') return <>{t('waiting.marks.will.void')}</>;
  return <>{t('waiting.marks.will.admit', { class: mark.className, status: t(`domain.status.${mark.status}`) })}</>;
}
