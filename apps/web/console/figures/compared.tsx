import { useTranslation } from 'react-i18next';
import { useAddress } from '../parts/address.ts';
import { changed, n } from '../parts/quantities.ts';
import { Fault } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { both } from './graded.tsx';
import { OpenBefore } from './open-number.tsx';
import { bothGrades } from './opening.ts';
import { type Figure, type Figures, useFigures } from './questions.ts';
import { type Cut, type Scope, yearBefore } from './scope.ts';

/** Whether the tables stand beside the same period a year before: said in the address. */
export const useCompares = (): boolean => useAddress().get('compare') === 'yes';

/** The year before, cut as a table is; asked only where it is compared with. */
export function useCompared(scope: Scope, by: 'month' | Cut | 'below') {
  const compares = useCompares();
  return useFigures(compares ? yearBefore(scope) : undefined, [by]);
}
export type Compared = ReturnType<typeof useCompared>;

/** Switches the comparison on and off. */
export function CompareButton() {
  const { t } = useTranslation();
  const { set } = useAddress();
  const compares = useCompares();
  return (
    <button type="button" aria-pressed={compares} onClick={() => set({ compare: compares ? undefined : 'yes' })}>
      {t(compares ? 'figures.cards.compareNot' : 'figures.cards.compare')}
    </button>
  );
}

/** Why the year before is not there, where it is not. */
export function ComparedFault({ of: asked }: { of: Compared }) {
  return asked.isError && asked.data === undefined ? <Fault problem={asked.error} again={() => void asked.refetch()} /> : null;
}

/** Person-times a year before and by how much they changed, of each row and of all; none while nobody compares. */
export function useComparedColumns<Row>(
  scope: Scope,
  asked: Compared,
  of: {
    now: (row: Row) => number;
    before: (row: Row, answer: Figures) => Figure | undefined;
    /** What the address says of the row's own part of the year before. */
    at: (row: Row) => Record<string, string | undefined>;
    all: number;
  },
): Column<Row>[] {
  const { t } = useTranslation();
  const compares = useCompares();
  if (!compares) return [];
  const answer = asked.isPlaceholderData ? undefined : asked.data;
  const then = (row: Row): number | null => (answer ? both(of.before(row, answer)) : null);
  const number = (value: number | null, at: Record<string, string | undefined>) =>
    value === null ? (
      n(value)
    ) : (
      <OpenBefore scope={scope} at={{ ...at, open: bothGrades }}>
        {n(value)}
      </OpenBefore>
    );
  const change = (now: number, before: number | null): string => (before === null ? n(null) : changed(now, before));
  const all = answer ? both(answer.total) : null;
  return [
    {
      key: 'before',
      title: t('figures.cards.lastYearColumn'),
      right: true,
      cell: (row) => number(then(row), of.at(row)),
      foot: number(all, {}),
    },
    {
      key: 'change',
      title: t('figures.cards.change'),
      right: true,
      cell: (row) => change(of.now(row), then(row)),
      foot: change(of.all, all),
    },
  ];
}
