import { useTranslation } from 'react-i18next';
import { type Breakdown, type CourseKind, courseKinds } from '#contract';
import { Section } from '../parts/page.tsx';
import { month as monthName, n } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import css from './figures.module.css';
import { Open } from './open-number.tsx';
import { type BreakdownFigure, type BreakdownLine, useBreakdowns } from './questions.ts';
import { cutOf, type Scope, useCut } from './scope.ts';
import { ScopedPage } from './scoped-page.tsx';

const told = { registered: 'personTimes.registered', attendances: 'attendances' } as const;
const measures = ['registered', 'attendances'] as const;

/** The same of some people only, as women: what people have, and in words what they have not. */
export function OverviewOf({ scope, only }: { scope: Scope; only: Breakdown }) {
  const { t } = useTranslation();
  const below = useCut();
  const byMonth = useBreakdowns(scope, 'month', only);
  const byKind = useBreakdowns(scope, 'kind', only);
  const byPlace = useBreakdowns(scope, below, only);
  const asked = [byMonth, byKind, byPlace];
  const narrowed = t(`figures.breakdown.${only}`);
  const whole = byMonth.data;
  const cut = byPlace.data ? cutOf(below, byPlace.data) : 'town';
  const tables = [
    {
      by: 'month' as const,
      title: t('figures.breakdown.byMonth'),
      answer: byMonth,
      say: (row: BreakdownLine) => monthName(row.key.month!),
    },
    {
      ...{ by: 'kind' as const, title: t('figures.breakdown.byKind'), answer: byKind },
      say: (row: BreakdownLine) => t(`domain.kind.${row.key.kind as CourseKind}`),
    },
    {
      ...{ by: cut, title: t(cut === 'town' ? 'figures.towns.title' : 'figures.towns.villages'), answer: byPlace },
      say: (row: BreakdownLine) => row.labels[cut]!,
    },
  ];
  return (
    <ScopedPage
      tab="overview"
      scope={scope}
      told={whole}
      awaiting={asked.some((one) => one.isPlaceholderData)}
      problem={asked.find((one) => one.isError && one.data === undefined)?.error}
      again={() => asked.forEach((one) => void one.refetch())}
    >
      {whole && (
        <>
          <p className={`note ${css.hint}`} role="status">
            {t('figures.breakdown.onlyThese', { narrowed })}
          </p>
          <dl className={css.figures} aria-label={t('figures.cards.label')}>
            {measures.map((measure) => (
              <div key={measure} className={css.card}>
                <dt>{`${t(`domain.measure.${measure}`)} · ${narrowed}`}</dt>
                <dd className={css.big}>
                  <Open at={{ measure: told[measure], breakdown: only }} value={whole.total[measure]} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {whole?.total.registered === 0 && whole.total.attendances === 0 && <Empty title={t('figures.breakdown.none')} />}
      {tables.map(
        ({ by, title, answer, say }) =>
          answer.data &&
          answer.data.rows.length > 0 && (
            <Parts
              key={by}
              title={`${title} · ${narrowed}`}
              head={by === 'month' ? t('figures.months.month') : by === 'kind' ? t('all.kind') : t(`figures.towns.${by}`)}
              rows={by === 'kind' ? inOrder(answer.data.rows) : answer.data.rows}
              total={answer.data.total}
              only={only}
              say={say}
              file={[t('figures.csvName'), scope.from, scope.to, narrowed, title].join('-')}
            />
          ),
      )}
    </ScopedPage>
  );
}

interface PartsProps {
  title: string;
  head: string;
  rows: readonly BreakdownLine[];
  /** Each person-time and attendance stands in one row: the API adds them, and the page does not. */
  total: BreakdownFigure;
  only: Breakdown;
  say: (row: BreakdownLine) => string;
  file: string;
}

/** Kinds stand in the order that they have everywhere. */
const inOrder = (rows: readonly BreakdownLine[]): BreakdownLine[] =>
  courseKinds.flatMap((kind) => rows.filter((row) => row.key.kind === kind));

/** What a line's numbers open to. */
const placeOf = ({ key }: BreakdownLine) => ({ ...key, kind: key.kind as CourseKind | undefined, audience: undefined });

/** A table by one part: a line each, whose numbers open. */
function Parts({ title, head, rows, total, only, say, file }: PartsProps) {
  const { t } = useTranslation();
  const columns: Column<BreakdownLine>[] = [
    { key: 'part', title: head, cell: say, foot: t('all.total') },
    ...measures.map((measure): Column<BreakdownLine> => ({
      key: measure,
      title: t(`domain.measure.${measure}`),
      right: true,
      cell: (row) => <Open at={{ ...placeOf(row), measure: told[measure], breakdown: only }} value={row[measure]} />,
      foot: (
        <Open at={{ measure: told[measure], breakdown: only }} value={total[measure]}>
          {n(total[measure])}
        </Open>
      ),
    })),
  ];
  return (
    <Section
      title={title}
      tools={
        <TakeAway
          name={file}
          rows={rows}
          columns={[
            [head, say],
            ...measures.map((measure) => [t(`domain.measure.${measure}`), (row: BreakdownLine) => row[measure]] as const),
          ]}
        />
      }
    >
      <div className={css.narrow}>
        <Table label={title} columns={columns} rows={rows} rowKey={(row) => say(row)} foot />
      </div>
    </Section>
  );
}
