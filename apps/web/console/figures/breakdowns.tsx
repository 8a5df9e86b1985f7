import { useTranslation } from 'react-i18next';
import { type Breakdown, breakdowns } from '#contract';
import { useAddress } from '../parts/address.ts';
import { Tool } from '../parts/awaiting.tsx';
import { Section } from '../parts/page.tsx';
import { n, percent } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import css from './figures.module.css';
import { Open } from './open-number.tsx';
import { type BreakdownFigure, type BreakdownLine, useBreakdowns } from './questions.ts';
import { cutOf, type Scope, useBreakdown, useCut } from './scope.ts';
import { ScopedPage } from './scoped-page.tsx';

/** Who the registered are: women, minorities, the young, the educated; of whom it is not known is said beside. */
export function ByBreakdown({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  const { set } = useAddress();
  const only = useBreakdown();
  const by = useCut();
  const asked = useBreakdowns(scope, by, only);
  const told = asked.data;
  const cut = told ? cutOf(by, told) : 'town';
  const file = `${t('figures.csvName')}-${scope.from}-${scope.to}-${t('figures.tabs.breakdowns')}`;
  const both = (one: Breakdown): string => [...new Set([...(only ? [only] : []), one])].join(',');
  const registered = (figure: BreakdownFigure, one: Breakdown, at: object = {}) => (
    <Open at={{ ...at, measure: 'personTimes.registered', breakdown: both(one) }} value={figure.of[one].registered} />
  );
  const whole = (figure: BreakdownFigure, measure: 'registered' | 'attendances', at: object = {}) => (
    <Open at={{ ...at, measure: measure === 'registered' ? 'personTimes.registered' : measure, breakdown: only }} value={figure[measure]} />
  );
  const parts = (total: BreakdownFigure): Column<Breakdown>[] => [
    { key: 'who', title: t('figures.breakdown.who'), cell: (one) => t(`figures.breakdown.${one}`) },
    { key: 'registered', title: t('domain.measure.registered'), right: true, cell: (one) => registered(total, one) },
    {
      key: 'share',
      title: t('figures.breakdown.share'),
      right: true,
      cell: (one) => (
        <span title={`${n(total.of[one].registered)} / ${n(total.registered)}`}>{percent(total.of[one].registered, total.registered)}</span>
      ),
    },
    {
      key: 'unknown',
      title: t('figures.breakdown.unknown'),
      right: true,
      cell: (one) => <Open at={{ measure: 'personTimes.registered', breakdown: only, unknown: one }} value={total.of[one].unknown} />,
    },
  ];
  const places = (total: BreakdownFigure): Column<BreakdownLine>[] => [
    { key: 'place', title: t(`figures.towns.${cut}`), cell: ({ labels }) => labels[cut], foot: t('all.total') },
    {
      key: 'registered',
      title: t('domain.measure.registered'),
      right: true,
      cell: (row) => whole(row, 'registered', row.key),
      foot: whole(total, 'registered'),
    },
    ...breakdowns.map((one): Column<BreakdownLine> => ({
      key: one,
      title: t(`figures.breakdown.${one}`),
      right: true,
      cell: (row) => registered(row, one, row.key),
      foot: registered(total, one),
    })),
    {
      key: 'attendances',
      title: t('domain.measure.attendances'),
      right: true,
      cell: (row) => whole(row, 'attendances', row.key),
      foot: whole(total, 'attendances'),
    },
  ];
  return (
    <ScopedPage
      tab="breakdowns"
      scope={scope}
      told={told}
      awaiting={asked.isPlaceholderData}
      problem={told ? undefined : asked.error}
      again={() => void asked.refetch()}
    >
      {told && (
        <>
          <Section
            title={t('figures.breakdown.heading')}
            note={t('figures.breakdown.note')}
            tools={
              told.total.registered > 0 && (
                <TakeAway
                  name={file}
                  rows={breakdowns}
                  columns={[
                    [t('figures.breakdown.who'), (one) => t(`figures.breakdown.${one}`)],
                    [t('domain.measure.registered'), (one) => told.total.of[one].registered],
                    [t('figures.breakdown.share'), (one) => percent(told.total.of[one].registered, told.total.registered)],
                    [t('figures.breakdown.unknown'), (one) => told.total.of[one].unknown],
                  ]}
                />
              )
            }
          >
            {told.total.registered === 0 ? (
              <Empty title={t('figures.breakdown.none')} />
            ) : (
              <div className={css.narrow}>
                <Table label={t('figures.breakdown.heading')} columns={parts(told.total)} rows={breakdowns} rowKey={(one) => one} />
              </div>
            )}
          </Section>
          {told.rows.length > 0 && (
            <Section
              title={[t(cut === 'town' ? 'figures.towns.title' : 'figures.towns.villages'), only && t(`figures.breakdown.${only}`)]
                .filter(Boolean)
                .join(' · ')}
              tools={
                <>
                  <Tool onPress={() => set({ cut: cut === 'town' ? 'village' : 'town' })}>
                    {t(cut === 'town' ? 'figures.towns.byVillage' : 'figures.towns.byTown')}
                  </Tool>
                  <TakeAway
                    name={`${file}-${t(`figures.towns.${cut}`)}`}
                    rows={[...told.rows, { ...told.total, key: {}, labels: { [cut]: t('all.total') } }]}
                    columns={[
                      [t(`figures.towns.${cut}`), ({ labels }) => labels[cut]],
                      [t('domain.measure.registered'), (row) => row.registered],
                      ...breakdowns.flatMap((one) => [
                        [t(`figures.breakdown.${one}`), (row: BreakdownLine) => row.of[one].registered] as const,
                        [
                          t('figures.breakdown.notKnown', { what: t(`figures.breakdown.${one}`) }),
                          (row: BreakdownLine) => row.of[one].unknown,
                        ] as const,
                      ]),
                      [t('domain.measure.attendances'), (row) => row.attendances],
                    ]}
                  />
                </>
              }
            >
              <Table
                label={t('figures.breakdown.byPlace')}
                columns={places(told.total)}
                rows={told.rows}
                rowKey={({ key }) => key[cut]!}
                foot
                stays
              />
            </Section>
          )}
        </>
      )}
    </ScopedPage>
  );
}
