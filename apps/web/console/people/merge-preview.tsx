import { useTranslation } from 'react-i18next';
import { type Shown } from '../../api/client.ts';
import { n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import css from './people.module.css';
import { usePreview } from './questions.ts';

type Year = Shown<'MergePreviewView'>['years'][number];
const measures = ['people', 'registered', 'declared', 'attendances'] as const;

/** What the figures will do, counted by their own rules before anything is done; of other versions of the two, counted anew. */
export function MergePreview({ id, into, versions }: { id: string; into: string | undefined; versions?: readonly number[] }) {
  const { t } = useTranslation();
  const preview = usePreview(id, into, versions);
  if (preview.isError) return <Fault problem={preview.error} again={() => void preview.refetch()} />;
  if (!preview.data)
    return (
      <>
        <p className="soft">{t('people.merge.counting')}</p>
        <Skeleton rows={2} />
      </>
    );
  const { years, unit, pending } = preview.data;
  if (years.length === 0) return <p>{t('people.merge.nothing')}</p>;
  const change = (before: number, after: number) =>
    before === after ? <span className="soft">{n(before)}</span> : t('people.merge.change', { before: n(before), after: n(after) });
  const columns: Column<Year>[] = [
    { key: 'year', title: t('people.merge.year'), cell: ({ year }) => year },
    ...measures.map((measure) => ({
      key: measure,
      title: t(`people.merge.${measure}`),
      right: true,
      cell: ({ before, after }: Year) => change(before[measure], after[measure]),
    })),
  ];
  return (
    <div role="status">
      {years.map(({ year, before, after }) => (
        <p key={year} className={css.consequence}>
          {measures.every((measure) => before[measure] === after[measure])
            ? t('people.merge.same', { unit, year })
            : t(into === undefined ? 'people.merge.undoLine' : 'people.merge.mergeLine', {
                unit,
                year,
                before: n(before.people),
                after: n(after.people),
              })}
        </p>
      ))}
      <Table label={t('people.merge.figures')} columns={columns} rows={years} rowKey={({ year }) => String(year)} />
      <p className="note">
        {t('people.merge.basis')} {pending > 0 && t('people.merge.pending', { count: pending, n: n(pending) })}
      </p>
    </div>
  );
}
