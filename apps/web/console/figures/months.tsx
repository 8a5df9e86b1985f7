import { useTranslation } from 'react-i18next';
import { courseKinds } from '#contract';
import { Tool } from '../parts/awaiting.tsx';
import { useCsv } from '../parts/csv.ts';
import { Section } from '../parts/page.tsx';
import { month as monthName, n, percent } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { CompareButton, type Compared, ComparedFault, useComparedColumns } from './compared.tsx';
import css from './figures.module.css';
import { both, Graded, sumOf } from './graded.tsx';
import { OpenTimes } from './open-number.tsx';
import { type Figures } from './questions.ts';
import { monthsOf, type Scope } from './scope.ts';

/** Person-times month by month as bars, and month × kind as a table whose cells carry their weight. */
export function Months({ scope, figures, before }: { scope: Scope; figures: Figures; before: Compared }) {
  const { t } = useTranslation();
  const download = useCsv();
  const months = monthsOf(scope);
  const kinds = courseKinds.filter((kind) => figures.rows.some((row) => row.key.kind === kind));
  const cell = (month: string, kind: string) => figures.rows.find((row) => row.key.month === month && row.key.kind === kind);
  const sums = months.map((month) => ({ month, ...sumOf(figures.rows.filter((row) => row.key.month === month)).personTimes }));
  const all = sums.reduce((sum, one) => sum + one.registered + one.declared, 0);
  const most = sums.reduce((top, one) => (one.registered + one.declared > top.registered + top.declared ? one : top), sums[0]!);
  const top = most.registered + most.declared;
  const heaviest = Math.max(1, ...figures.rows.map(both));
  const named = (month: string): string => monthName(month, { year: scope.from.slice(0, 4) !== scope.to.slice(0, 4) });
  const title =
    all === 0
      ? t('figures.months.title')
      : `${t('figures.months.title')} · ${t('figures.months.peak', { month: named(most.month), share: percent(top, all) })}`;
  const csv = (): void =>
    download(`${t('figures.csvName')}-${scope.from}-${scope.to}-${t('figures.months.month')}`, [
      [
        t('figures.months.month'),
        t('all.kind'),
        t('domain.measure.registered'),
        t('domain.measure.declared'),
        t('domain.measure.batches'),
        t('domain.measure.sessionsHeld'),
        t('domain.measure.people'),
      ],
      ...figures.rows.map((row) => [
        row.key.month,
        t(`domain.kind.${row.key.kind as (typeof courseKinds)[number]}`),
        row.personTimes.registered,
        row.personTimes.declared,
        row.batches,
        row.sessionsHeld,
        row.people,
      ]),
    ]);
  const columns: Column<(typeof sums)[number]>[] = [
    { key: 'month', title: t('figures.months.month'), cell: (one) => named(one.month), foot: t('all.total') },
    ...kinds.map((kind) => ({
      key: kind,
      title: t(`domain.kind.${kind}`),
      right: true,
      cell: (one: (typeof sums)[number]) => {
        const figure = cell(one.month, kind);
        const weight = Math.round((both(figure) / heaviest) * 34);
        return (
          <span
            className={css.heat}
            style={{ background: weight > 0 ? `color-mix(in srgb, var(--${kind}) ${weight}%, transparent)` : undefined }}
          >
            <Graded of={figure} at={{ month: one.month, kind }} />
          </span>
        );
      },
      foot: <Graded of={figures.foot.find((row) => row.key.kind === kind)} at={{ kind }} />,
    })),
    {
      key: 'all',
      title: t('all.total'),
      right: true,
      cell: (one) => <Graded of={{ personTimes: one }} at={{ month: one.month }} />,
      foot: <Graded of={figures.total} at={{}} />,
    },
  ];
  const back = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  columns.push(
    ...useComparedColumns<(typeof sums)[number]>(scope, before, {
      now: (one) => one.registered + one.declared,
      before: (one, answer) => answer.rows.find((row) => row.key.month === back(one.month)),
      at: (one) => ({ omonth: back(one.month) }),
      all,
    }),
  );
  return (
    <>
      <Section
        title={title}
        tools={
          <span className={css.legend}>
            <span>{t('figures.months.registered')}</span>
            <span className={css.declared}>{t('figures.months.declared')}</span>
          </span>
        }
      >
        {all === 0 ? (
          <Empty title={t('figures.months.empty')} />
        ) : (
          <figure className={css.scroll} tabIndex={0} aria-label={title}>
            <div className={css.trend}>
              {sums.map(({ month, registered, declared }) => (
                <div className={css.bar} key={month}>
                  <OpenTimes value={registered + declared} month={month} />
                  <div
                    className={css.hatched}
                    style={{ height: `${(declared / top) * 82}%` }}
                    title={`${named(month)} ${t('figures.months.declared')} ${n(declared)}`}
                  />
                  <div
                    className={css.solid}
                    style={{ height: `${(registered / top) * 82}%` }}
                    title={`${named(month)} ${t('figures.months.registered')} ${n(registered)}`}
                  />
                </div>
              ))}
            </div>
            <div className={css.monthNames} aria-hidden="true">
              {months.map((month) => (
                <span key={month}>{named(month)}</span>
              ))}
            </div>
          </figure>
        )}
      </Section>
      <Section
        title={t('figures.months.asTable')}
        tools={
          <>
            <CompareButton />
            <Tool onPress={csv}>{t('all.csv')}</Tool>
          </>
        }
      >
        <ComparedFault of={before} />
        <Table label={t('figures.months.asTable')} columns={columns} rows={sums} rowKey={(one) => one.month} foot stays />
      </Section>
    </>
  );
}
