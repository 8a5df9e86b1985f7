import { useTranslation } from 'react-i18next';
import { courseKinds } from '#contract';
import { useAddress } from '../parts/address.ts';
import { Tool } from '../parts/awaiting.tsx';
import { useCsv } from '../parts/csv.ts';
import { Section } from '../parts/page.tsx';
import { percent } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { CompareButton, type Compared, ComparedFault, useComparedColumns } from './compared.tsx';
import css from './figures.module.css';
import { both, Graded } from './graded.tsx';
import { Open } from './open-number.tsx';
import { type FigureLine, type Figures } from './questions.ts';
import { type Cut, type Scope } from './scope.ts';

interface Props {
  scope: Scope;
  cut: Cut;
  whole: Figures;
  byKind: Figures;
  before: Compared;
}

/** Towns, or villages, as bars and by kind. The last row is the county's own, counted anew: never the sum of what stands above. */
export function Places({ scope, cut, whole, byKind, before }: Props) {
  const { t } = useTranslation();
  const download = useCsv();
  const { set } = useAddress();
  const kinds = courseKinds.filter((kind) => byKind.rows.some((row) => row.key.kind === kind));
  const rows = [...whole.rows].sort((a, b) => both(b) - both(a));
  const cells = new Map(byKind.rows.map((row) => [`${row.key[cut]} ${row.key.kind}`, row]));
  const all = both(whole.total);
  const top = rows[0];
  const name = t(cut === 'town' ? 'figures.towns.title' : 'figures.towns.villages');
  const title = top && all > 0 ? `${name} · ${t('figures.towns.peak', { name: top.labels[cut], share: percent(both(top), all) })}` : name;
  const at = (row: FigureLine) => ({ [cut]: row.key[cut] });
  const kindTotal = (kind: string) => byKind.foot.find((row) => row.key.kind === kind);
  const csv = (): void =>
    download(`${t('figures.csvName')}-${scope.from}-${scope.to}-${t(`figures.towns.${cut}`)}`, [
      [
        t(`figures.towns.${cut}`),
        ...kinds.flatMap((kind) => [
          `${t(`domain.kind.${kind}`)} ${t('domain.measure.registered')}`,
          `${t(`domain.kind.${kind}`)} ${t('domain.measure.declared')}`,
        ]),
        ...(['registered', 'declared', 'people', 'batches', 'sessionsHeld', 'unverified'] as const).map((one) =>
          t(`domain.measure.${one}`),
        ),
      ],
      ...[...rows, { ...whole.total, key: {}, labels: { [cut]: t('all.total') } } as FigureLine].map((row) => [
        row.labels[cut],
        ...kinds.flatMap((kind) => {
          const figure = row.key[cut] === undefined ? kindTotal(kind) : cells.get(`${row.key[cut]} ${kind}`);
          return [figure?.personTimes.registered ?? 0, figure?.personTimes.declared ?? 0];
        }),
        row.personTimes.registered,
        row.personTimes.declared,
        row.people,
        row.batches,
        row.sessionsHeld,
        row.unverified,
      ]),
    ]);
  const compared = useComparedColumns<FigureLine>(scope, before, {
    now: both,
    before: (row, answer) => answer.rows.find((one) => one.key[cut] === row.key[cut]),
    at: (row) => ({ unit: row.key[cut], cut: undefined }),
    all,
  });
  const columns: Column<FigureLine>[] = [
    { key: 'place', title: t(`figures.towns.${cut}`), cell: (row) => row.labels[cut], foot: t('all.total') },
    {
      key: 'share',
      title: '',
      width: '14%',
      cell: (row) => (
        <span className={css.share} aria-hidden="true">
          <i
            style={{
              width: `${top ? (both(row) / Math.max(1, both(top))) * 100 : 0}%`,
              background: 'color-mix(in srgb, var(--accent) 55%, transparent)',
            }}
          />
        </span>
      ),
      foot: '',
    },
    ...kinds.map((kind) => ({
      key: kind,
      title: t(`domain.kind.${kind}`),
      right: true,
      cell: (row: FigureLine) => <Graded of={cells.get(`${row.key[cut]} ${kind}`)} at={{ ...at(row), kind }} />,
      foot: <Graded of={kindTotal(kind)} at={{ kind }} />,
    })),
    {
      key: 'all',
      title: t('domain.measure.personTimes'),
      right: true,
      cell: (row) => <Graded of={row} at={at(row)} />,
      foot: <Graded of={whole.total} at={{}} />,
    },
    ...compared,
    {
      key: 'people',
      title: t('domain.measure.people'),
      right: true,
      cell: (row) => <Open at={{ ...at(row), measure: 'people' }} value={row.people} />,
      foot: <Open at={{ measure: 'people' }} value={whole.total.people} />,
    },
    {
      key: 'batches',
      title: t('domain.measure.batches'),
      right: true,
      cell: (row) => <Open at={{ ...at(row), measure: 'batches' }} value={row.batches} />,
      foot: <Open at={{ measure: 'batches' }} value={whole.total.batches} />,
    },
    {
      key: 'sessions',
      title: t('domain.measure.sessionsHeld'),
      right: true,
      cell: (row) => <Open at={{ ...at(row), measure: 'sessionsHeld' }} value={row.sessionsHeld} />,
      foot: <Open at={{ measure: 'sessionsHeld' }} value={whole.total.sessionsHeld} />,
    },
  ];
  return (
    <Section
      title={title}
      tools={
        <>
          <CompareButton />
          <Tool onPress={() => set({ cut: cut === 'town' ? 'village' : 'town' })}>
            {t(cut === 'town' ? 'figures.towns.byVillage' : 'figures.towns.byTown')}
          </Tool>
          <Tool onPress={csv}>{t('all.csv')}</Tool>
          <Tool onPress={() => window.print()}>{t('all.print')}</Tool>
        </>
      }
    >
      {rows.length === 0 ? (
        <Empty title={t('figures.months.empty')} />
      ) : (
        <>
          <ComparedFault of={before} />
          <Table label={name} columns={columns} rows={rows} rowKey={(row) => row.key[cut]!} foot stays />
          <p className="note">{t('figures.towns.note')}</p>
        </>
      )}
    </Section>
  );
}
