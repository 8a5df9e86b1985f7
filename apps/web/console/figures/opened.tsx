import { Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { audiences, type Breakdown, breakdowns, courseKinds, type Measure, measures, partakers } from '#contract';
import { useAddress } from '../parts/address.ts';
import { cx } from '../parts/class-names.ts';
import { mostListed } from '../parts/pages-of.ts';
import { day, month as monthName, n } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { type Shown } from '../../api/client.ts';
import css from './figures.module.css';
import { LineParts } from './line-parts.tsx';
import { bothGrades, bulletinParts, closed, whole } from './opening.ts';
import { OpenedTimes } from './opened-times.tsx';
import { type Cell, readAllRows, type Told, useOpened } from './questions.ts';
import { type Scope } from './scope.ts';
import { useScopeSaid } from './scope-said.ts';
import { TakeRows } from './take-rows.tsx';
import { useWhose } from './whose.ts';
import { Why } from './why.tsx';

/** The number that the address says is open, if it says one. */
export function Opened({ scope, told }: { scope: Scope; told: Told | undefined }) {
  const { get, set } = useAddress();
  const close = (): void => set(closed);
  const open = get('open');
  const part = bulletinParts.find((one) => one === open);
  if (part) return <LineParts of={part} scope={scope} onClose={close} />;
  if (open === bothGrades) return <OpenedTimes scope={scope} onClose={close} />;
  const measure = measures.find((one) => one === open);
  return measure ? <Rows measure={measure} scope={scope} told={told} onClose={close} /> : null;
}

/** What the number itself says; else what the page is narrowed to. */
const narrowed = <T extends string>(list: readonly T[], own: string | undefined, page: T | undefined): T | undefined =>
  own === whole ? undefined : (list.find((one) => one === own) ?? page);

/** What the address narrows the open number to. */
function useCell(): Cell {
  const { get } = useAddress();
  const known = get('obreakdown')
    ?.split(',')
    .filter((one) => (breakdowns as readonly string[]).includes(one));
  return {
    ...{ month: get('omonth'), village: get('ovillage'), town: get('otown'), county: get('ocounty'), class: get('oclass') },
    ...{ site: get('osite'), instructor: get('oinstructor') },
    without: partakers.find((one) => one === get('owithout')),
    several: partakers.find((one) => one === get('oseveral')),
    breakdown: known && known.length > 0 ? known.join(',') : undefined,
    unknown: breakdowns.find((one) => one === get('ounknown')),
  };
}

/** Heads of one session that were counted at several viewing points are several rows, which only their place tells apart. */
type Row = Shown<'FigureRowView'> & { place: number };

export const measureWord = (measure: Measure) =>
  measure.replace('personTimes.', '') as 'registered' | 'declared' | Exclude<Measure, `personTimes.${string}`>;

type Pages = NonNullable<ReturnType<typeof useOpened>['data']>['pages'];
const added = (rows: readonly Shown<'FigureRowView'>[]): number => rows.reduce((all, row) => all + row.value, 0);
/** What all rows add up to, said with the first of them; once all are there they speak for themselves. */
const numberOf = (pages: Pages): number | undefined =>
  pages.at(-1)?.nextCursor === null ? added(pages.flatMap(({ items }) => items)) : pages[0]?.number;

interface RowsProps {
  measure: Measure;
  scope: Scope;
  told: Told | undefined;
  onClose: () => void;
}

function Rows({ measure, scope: asked, told, onClose }: RowsProps) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const client = useQueryClient();
  const scope: Scope = {
    ...asked,
    kind: narrowed(courseKinds, get('okind'), asked.kind),
    audience: narrowed(audiences, get('oaudience'), asked.audience),
  };
  const cell = useCell();
  const opened = useOpened(scope, measure, cell);
  const scopeLine = useScopeSaid()(scope, { unitName: told?.unitName, ...opened.data?.pages[0] });
  const whose = useWhose(cell);
  const rows = (opened.data?.pages.flatMap((page) => page.items) ?? []).map((row, place) => ({ ...row, place }));
  const sum = added(rows);
  const expected = Number(get('on'));
  const complete = opened.data !== undefined && !opened.hasNextPage;
  const all = opened.data && numberOf(opened.data.pages);
  const agrees = get('on') === undefined || all === expected;
  // The number as it is counted now takes the place of the one that was opened: here, on paper, and for whoever is sent the address.
  const reading = useMutation({
    mutationFn: async () => {
      void client.invalidateQueries({ queryKey: ['figures'] });
      const { data } = await opened.refetch({ cancelRefetch: false, throwOnError: true });
      return numberOf(data!.pages)!;
    },
  });
  const openAgain = (): void => reading.mutate(undefined, { onSuccess: (now) => set({ on: String(now) }, { replace: true }) });
  const word = t(`domain.measure.${measureWord(measure)}`);
  const where = [
    whose,
    cell.month && monthName(cell.month),
    scope.kind && t(`domain.kind.${scope.kind}`),
    scope.audience && t(`domain.audience.${scope.audience}`),
    cell.without && t(`figures.${cell.without}.without`),
    cell.several && t(`figures.${cell.several}.again`),
    ...(cell.breakdown?.split(',') ?? []).map((one) => t(`figures.breakdown.${one as Breakdown}`)),
    cell.unknown && t('figures.breakdown.notKnown', { what: t(`figures.breakdown.${cell.unknown}`) }),
  ]
    .filter(Boolean)
    .join(' · ');
  const named = (row: Shown<'FigureRowView'>): string => {
    if (!row.person) return row.personId === undefined ? '' : t('figures.opened.unnamed');
    return row.person.movedAway ? t('figures.opened.movedAway') : `${row.person.name ?? ''} ${row.person.unit ?? ''}`;
  };
  const title = [word, where].filter(Boolean).join(' · ');
  const columns: Column<Row>[] = [
    { key: 'class', title: t('figures.opened.class'), cell: (row) => <Link to={`/classes/${row.classId}`}>{row.className}</Link> },
    ...(rows.some((row) => row.personId !== undefined) ? [{ key: 'person', title: t('figures.opened.person'), cell: named }] : []),
    {
      key: 'date',
      title: t('figures.opened.date'),
      cell: (row) =>
        row.sessionId === undefined ? (
          day(row.date)
        ) : (
          <Link to={`/classes/${row.classId}?tab=sessions&session=${row.sessionId}`}>{day(row.date)}</Link>
        ),
    },
    { key: 'value', title: t('figures.opened.value'), right: true, cell: (row) => n(row.value) },
  ];
  const numbers = { count: rows.length, shown: n(rows.length), sum: n(sum), whole: n(all ?? null), number: n(expected) };
  const said = complete
    ? t(agrees ? 'figures.opened.agrees' : 'figures.opened.differs', numbers)
    : t(agrees ? 'figures.opened.listed' : 'figures.opened.differsNow', numbers);
  return (
    <Sheet title={title} onClose={onClose} wide>
      {get('on') !== undefined && (
        <p className={css.openHead}>
          <b>{n(expected)}</b>
          <span className="soft">{t(`figures.define.${measureWord(measure)}`)}</span>
        </p>
      )}
      <p className="note">{scopeLine}</p>
      <Why scope={scope} cell={cell} unfolded={get('on') === '0'} />
      <h3 className={css.subhead}>{t('figures.opened.rows')}</h3>
      {opened.isPending && <Skeleton />}
      {opened.isError && <Fault problem={opened.error} again={() => void opened.refetch()} />}
      {opened.data && (
        <>
          <p className={cx(css.agrees, !agrees && css.differs)} role="status">
            {said}
            {!agrees && (
              <Button size="small" type="link" loading={reading.isPending} onClick={openAgain}>
                {t('figures.opened.reload')}
              </Button>
            )}
          </p>
          {rows.length === 0 && <p className="soft">{t('figures.opened.nothing')}</p>}
          {rows.length > 0 && <Table label={word} columns={columns} rows={rows} rowKey={(row) => String(row.place)} />}
          {rows.length > 0 && (
            <TakeRows
              name={[t('figures.csvName'), scope.from, scope.to, ...title.split(' · ')].join('-')}
              title={get('on') === undefined ? title : `${title}:${n(expected)}`}
              head={scopeLine}
              listed={{ items: rows, isCut: opened.hasNextPage }}
              read={(tell) => readAllRows({ scope, measure, cell }, mostListed, tell)}
              columns={[
                [t('figures.opened.class'), ({ className }) => className],
                [t('figures.opened.person'), named],
                [t('figures.opened.date'), ({ date }) => date],
                [t('figures.opened.value'), ({ value }) => value],
              ]}
            />
          )}
          {opened.hasNextPage && (
            <p>
              <Button onClick={() => void opened.fetchNextPage()} loading={opened.isFetchingNextPage}>
                {t('all.more', { count: 200 })}
              </Button>
            </p>
          )}
        </>
      )}
    </Sheet>
  );
}
