import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, Problem, told } from '../../api/client.ts';
import { day, moment, n } from '../parts/quantities.ts';
import { Listing } from '../parts/listing.tsx';
import { type PagesOf } from '../parts/pages-of.ts';
import { Empty, useSaid } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { type Heads, type Settled } from './questions.ts';
import { SessionOf } from './session-of.tsx';
import css from './waiting.module.css';

interface Props {
  list: PagesOf<Heads>;
  filtered: boolean;
  onClear: () => void;
  settled: Settled;
}

/** Heads that villages reported: verified one by one, or all that were looked at together. */
export function HeadsList({ list, filtered, onClear, settled }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState(0);
  const [refused, setRefused] = useState<{ row: Heads; why: string }[]>([]);
  const rows = list.rows.filter((row) => !settled.hidden.has(row.id));
  const marked = rows.filter((row) => chosen.has(row.id) && row.mayVerify);
  // Of two reports of one room the later says it all: the earlier is left to be looked at.
  const plain = rows.filter((row) => row.mayVerify && !row.replaced);
  const choose = (ids: readonly string[], on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));

  const verify = async (these: readonly Heads[]): Promise<void> => {
    setRefused([]);
    const failed: { row: Heads; why: string }[] = [];
    let done = 0;
    for (const [i, row] of these.entries()) {
      setLeft(these.length - i);
      try {
        const header = settled.keyOf(`verify ${row.id}`);
        await told(api.POST('/v1/head-counts/{id}/verify', { params: { path: { id: row.id }, header } }));
        done += 1;
        settled.hide([row.id]);
      } catch (problem) {
        // Somebody else was faster: it is verified all the same.
        if (problem instanceof Problem && problem.code === 'alreadyVerified') settled.hide([row.id]);
        else failed.push({ row, why: said(problem) });
      }
    }
    setLeft(0);
    setRefused(failed);
    setChosen(new Set());
    if (done > 0) void message.success(t('waiting.heads.done', { count: done, n: n(done) }));
    settled.refresh();
  };

  const columns: Column<Heads>[] = [
    {
      key: 'unit',
      title: t('all.unit'),
      cell: (row) => (
        <span className={css.pick}>
          <Checkbox
            checked={chosen.has(row.id)}
            disabled={!row.mayVerify || left > 0}
            onChange={({ target }) => choose([row.id], target.checked)}
            aria-label={t('waiting.heads.choose', { unit: row.unit, date: day(row.date) })}
          />
          <span>
            {row.unit}
            {row.viewingPoint && <span className="note"> {row.viewingPoint}</span>}
          </span>
        </span>
      ),
    },
    { key: 'session', title: t('waiting.session'), cell: (row) => <SessionOf of={row} /> },
    {
      key: 'count',
      title: t('waiting.heads.count'),
      right: true,
      cell: (row) => (
        <b className={css.number}>
          {row.method === 'estimated' && t('waiting.heads.about')}
          {row.mode === 'add' && '+'}
          {n(row.count)}
        </b>
      ),
    },
    {
      key: 'by',
      title: t('waiting.heads.by'),
      cell: (row) => (
        <div className={css.stack}>
          {row.reportedBy ?? t('waiting.nobody')}
          {row.countedBy !== row.reportedBy && ` (${t('waiting.heads.countedBy', { who: row.countedBy })})`}
          <span className={css.sub}>
            {moment(row.receivedAt)}
            {row.late && <span className={css.flag}> {t('waiting.late')}</span>}
          </span>
          {row.note && <span className={css.sub}>{row.note}</span>}
        </div>
      ),
    },
    {
      key: 'will',
      title: t('waiting.will'),
      cell: (row) => (
        <div className={css.stack}>
          {row.countNow === null
            ? t('waiting.heads.willBe', { then: n(row.countThen) })
            : t('waiting.heads.willChange', { now: n(row.countNow), then: n(row.countThen) })}
          {row.replaced && <span className={css.sub}>{t('waiting.heads.replaced')}</span>}
          {row.sessionState !== 'scheduled' && (
            <span className={css.sub}>{t('waiting.heads.offSession', { state: t(`domain.sessionState.${row.sessionState}`) })}</span>
          )}
        </div>
      ),
    },
    {
      key: 'do',
      title: t('waiting.do'),
      right: true,
      cell: (row) =>
        row.mayVerify ? (
          <Button size="small" disabled={left > 0} onClick={() => void verify([row])}>
            {t('waiting.heads.verify')}
          </Button>
        ) : (
          <span className={css.why}>{t(row.own ? 'waiting.heads.own' : 'waiting.notYourUnit')}</span>
        ),
    },
  ];
  return (
    <>
      {rows.length > 0 && (
        <div className={`${css.bulk} offPaper`}>
          <Checkbox
            checked={plain.length > 0 && plain.every((row) => chosen.has(row.id))}
            indeterminate={marked.length > 0 && !plain.every((row) => chosen.has(row.id))}
            disabled={left > 0 || plain.length === 0}
            onChange={({ target }) =>
              choose(
                plain.map((row) => row.id),
                target.checked,
              )
            }
          >
            {t('waiting.heads.chooseAll', { count: plain.length, n: n(plain.length) })}
          </Checkbox>
          <Button type="primary" disabled={marked.length === 0} loading={left > 0} onClick={() => void verify(marked)}>
            {left > 0
              ? t('waiting.heads.left', { n: n(left) })
              : t('waiting.heads.verifyChosen', { count: marked.length, n: n(marked.length) })}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <ul className={css.refused} role="alert">
          {refused.map(({ row, why }) => (
            <li key={row.id}>{t('waiting.heads.refused', { unit: row.unit, date: day(row.date), why })}</li>
          ))}
        </ul>
      )}
      <Listing
        label={t('all.waiting.heads')}
        list={{ ...list, rows } as PagesOf<Heads>}
        columns={columns}
        rowKey={(row) => row.id}
        filtered={filtered}
        onClear={onClear}
        file={{
          name: t('all.waiting.heads'),
          columns: [
            [t('all.unit'), (row) => row.unit],
            [t('all.date'), (row) => row.date],
            [t('waiting.session'), (row) => `${t(`domain.dayPart.${row.dayPart}`)} ${row.topic}`],
            [t('waiting.class'), (row) => row.className],
            [t('waiting.heads.count'), (row) => row.count],
            [t('waiting.heads.method'), (row) => t(`domain.counted.${row.method}`)],
            [t('waiting.heads.by'), (row) => row.countedBy],
          ],
        }}
        empty={<Empty title={t('waiting.heads.empty')}>{t('waiting.heads.emptyHint')}</Empty>}
      />
    </>
  );
}
