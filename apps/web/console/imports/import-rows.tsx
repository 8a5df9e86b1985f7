import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { explainRowFault, type FaultToExplain } from '#contract';
import { useAddress } from '../parts/address.ts';
import { cx } from '../parts/class-names.ts';
import { Listing } from '../parts/listing.tsx';
import { Section } from '../parts/page.tsx';
import { PaperFoot } from '../parts/paper.tsx';
import { n } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { language } from '../words/speaking.ts';
import css from './imports.module.css';
import { type Import, reach, useRows, useSkipped, type Verdict } from './questions.ts';

const verdicts = ['faulty', 'create', 'update', 'unchanged', 'skipped'] as const;
type Shown = (typeof verdicts)[number];
type Line = { sheet: string; row: number; verdict: Shown; faults: FaultToExplain[] };

/** The sentence above the rows; of what was not written, the check's verdicts are all there is. */
function saidOf(one: Import) {
  const { state, rows } = one;
  const far = reach(one);
  if (state === 'reverted') return far === 'part' ? 'partReverted' : 'reverted';
  if (far !== 'none') return far === 'part' ? 'partWritten' : 'applied';
  if (state === 'cancelled' || state === 'failed') return 'notWritten';
  if (rows.faulty > 0) return 'someFaulty';
  return rows.create + rows.update > 0 ? 'allFit' : 'nothingNew';
}

/** Counts by verdict, and below them the rows of one verdict; the faulty ones first, for they need somebody. */
export function ImportRows({ of: one }: { of: Import }) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const { rows, state } = one;
  const chosen = verdicts.find((verdict) => verdict === get('verdict')) ?? verdicts.find((verdict) => rows[verdict] > 0) ?? 'create';
  const judged = useRows(one, chosen === 'skipped' ? undefined : (chosen as Verdict), chosen !== 'skipped');
  const skipped = useSkipped(one, chosen === 'skipped');
  const fit = rows.create + rows.update;
  const far = reach(one);
  const wordOf = (verdict: Shown): string =>
    far !== 'whole' && (verdict === 'create' || verdict === 'update') ? t(`imports.would.${verdict}`) : t(`imports.verdict.${verdict}`);
  const counts = { total: n(rows.total), done: n(rows.done), fit: n(fit), faulty: n(rows.faulty), unchanged: n(rows.unchanged) };
  const columns: Column<Line>[] = [
    { key: 'row', title: t('imports.column.row'), width: '96px', cell: ({ row }) => t('imports.row', { n: row }) },
    { key: 'what', title: t(chosen === 'faulty' || chosen === 'skipped' ? 'imports.column.why' : 'imports.column.what'), cell: reason },
    { key: 'sheet', title: t('imports.column.sheet'), cell: ({ sheet }) => <bdi>{sheet}</bdi> },
  ];
  function saidOfFaults(faults: readonly FaultToExplain[]): string {
    return faults.map((fault) => `${explainRowFault(fault)[language()]}${t('imports.stop')}`).join('');
  }
  function reason({ verdict, faults }: Line) {
    if (faults.length === 0) return wordOf(verdict);
    return <span className={css.reason}>{saidOfFaults(faults)}</span>;
  }
  const shared = {
    label: wordOf(chosen),
    columns,
    rowKey: ({ sheet, row }: Line) => `${sheet} ${row}`,
    filtered: false,
    file: {
      name: `${one.fileName} ${wordOf(chosen)}`,
      columns: [
        [t('imports.column.sheet'), ({ sheet }: Line) => sheet],
        [t('imports.column.row'), ({ row }: Line) => row],
        [t('imports.column.what'), ({ verdict }: Line) => wordOf(verdict)],
        [t('imports.column.why'), ({ faults }: Line) => saidOfFaults(faults)],
      ] as const,
    },
    empty: <Empty title={t('imports.noRows')} />,
  };
  return (
    <Section title={t('imports.result')}>
      {state !== 'reverting' && <p>{t(`imports.said.${saidOf(one)}`, counts)}</p>}
      <div className={css.verdicts} role="group" aria-label={t('imports.result')}>
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            type="text"
            aria-pressed={verdict === chosen}
            className={cx(css.verdict, verdict === 'faulty' && rows.faulty > 0 && css.needs)}
            onClick={() => set({ verdict })}
          >
            <span>{wordOf(verdict)}</span>
            <b>{n(rows[verdict])}</b>
          </Button>
        ))}
      </div>
      {chosen === 'skipped' ? (
        <Listing
          {...shared}
          list={
            {
              ...skipped,
              rows: skipped.rows.map(({ reason: code, ...row }): Line => ({ ...row, verdict: 'skipped', faults: [{ code }] })),
            } as never
          }
        />
      ) : (
        <Listing {...shared} list={judged as never} />
      )}
      <PaperFoot />
    </Section>
  );
}
