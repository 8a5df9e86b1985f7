import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { type Partaker } from '#contract';
import { useAwaiting } from '../parts/awaiting.tsx';
import { n } from '../parts/quantities.ts';
import { type Column, Table } from '../parts/table.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { Open } from './open-number.tsx';
import { type Opening } from './opening.ts';
import { type PartakersPage, type SessionSums } from './questions.ts';

/** The measures that are told, as the figures name them and as they open. */
const told = { sessionsHeld: 'sessionsHeld', visits: 'visits', attendances: 'attendances', declared: 'personTimes.declared' } as const;
type Measure = keyof typeof told;

/** A row of the table: a site or an instructor, or one of the lines that make the sum of the rows the total. */
export interface PartakerRow<Of> {
  key: string;
  name: ReactNode;
  /** The same for a file. */
  text: string;
  of?: Of;
  sums: SessionSums;
  /** What its numbers open to; those of what is not listed yet, or not this county's to name, do not. */
  at?: Omit<Opening, 'measure'>;
  isTaken?: boolean;
}

/** The lines of sites or instructors, those without any, and what was counted with several; the last row is the figure itself. */
export function Partakers<Line extends SessionSums & { id: string; name: string }>({
  partaker,
  list,
  columns,
  file,
  name,
}: {
  partaker: Partaker;
  list: PartakersPage<Line>;
  /** What is known of each, beside its name. */
  columns: readonly { key: string; title: string; cell: (line: Line) => string | null }[];
  file: string;
  name: (line: Line) => ReactNode;
}) {
  const { t } = useTranslation();
  const awaiting = useAwaiting();
  const { items, last } = list;
  if (!last) return null;
  const { total, without, again } = last;
  const shown = (Object.keys(told) as Measure[]).filter((measure) => measure !== 'visits' || total.visits > 0);
  const isSome = (sums: SessionSums): boolean => shown.some((measure) => sums[measure] > 0);
  const elsewhere = sumsOf((measure) => added(list.elsewhere, measure));
  const rest = sumsOf((measure) => total[measure] + again[measure] - without[measure] - elsewhere[measure] - added(items, measure));
  const word = t(`figures.${partaker}.title`);
  const extra = (key: 'rest' | 'elsewhere' | 'without' | 'again', sums: SessionSums, at?: Omit<Opening, 'measure'>): PartakerRow<Line>[] =>
    isSome(sums)
      ? [{ key, name: t(`figures.${partaker}.${key}`), text: t(`figures.${partaker}.${key}`), sums, at, isTaken: key === 'again' }]
      : [];
  const rows: PartakerRow<Line>[] = [
    ...items.map((line) => ({ key: line.id, name: name(line), text: line.name, of: line, sums: line, at: { [partaker]: line.id } })),
    ...(list.hasNextPage ? extra('rest', rest) : []),
    ...extra('elsewhere', elsewhere),
    ...extra('without', without, { without: partaker }),
    ...extra('again', again, { several: partaker }),
  ];
  const number = ({ sums, at, isTaken }: PartakerRow<Line>, measure: Measure): ReactNode => {
    const value = sums[measure];
    const text = isTaken && value > 0 ? `−${n(value)}` : n(value);
    return at ? (
      <Open at={{ ...at, measure: told[measure] }} value={value}>
        {text}
      </Open>
    ) : (
      text
    );
  };
  return (
    <>
      <TakeAway
        name={file}
        rows={[...rows, { key: 'total', name: '', text: t('all.total'), sums: total }]}
        columns={[
          [word, ({ text }) => text],
          ...columns.map(({ title, cell }) => [title, ({ of }: PartakerRow<Line>) => of && cell(of)] as const),
          ...shown.map(
            (measure) =>
              [
                t(`domain.measure.${measure}`),
                ({ sums, isTaken }: PartakerRow<Line>) => (isTaken ? -sums[measure] : sums[measure]),
              ] as const,
          ),
        ]}
      />
      <Table
        label={t(`figures.${partaker}.label`)}
        rows={rows}
        rowKey={({ key }) => key}
        foot
        columns={[
          { key: 'name', title: word, cell: (row) => row.name, foot: t('all.total') },
          ...columns.map(({ key, title, cell }): Column<PartakerRow<Line>> => ({ key, title, cell: ({ of }) => of && cell(of) })),
          ...shown.map((measure): Column<PartakerRow<Line>> => ({
            key: measure,
            title: t(`domain.measure.${measure}`),
            right: true,
            cell: (row) => number(row, measure),
            foot: <Open at={{ measure: told[measure] }} value={total[measure]} />,
          })),
        ]}
      />
      {list.hasNextPage && (
        <p className="offPaper">
          <Button loading={list.isFetchingNextPage} disabled={awaiting} onClick={() => void list.fetchNextPage()}>
            {t('all.moreRows')}
          </Button>
        </p>
      )}
    </>
  );
}

const added = (all: readonly SessionSums[], measure: Measure): number => all.reduce((sum, one) => sum + one[measure], 0);

const sumsOf = (of: (measure: Measure) => number): SessionSums => ({
  sessionsHeld: of('sessionsHeld'),
  visits: of('visits'),
  attendances: of('attendances'),
  declared: of('declared'),
});
