import { type Figure, type FigureLine } from './questions.ts';
import { Open } from './open-number.tsx';
import { type Opening } from './opening.ts';
import css from './figures.module.css';

type Place = Omit<Opening, 'measure'>;

/** Registered, and what was declared beside it in the lighter hue: never one number unseen. */
export function Graded({ of: figure, at }: { of: Pick<Figure, 'personTimes'> | undefined; at: Place }) {
  const { registered = 0, declared = 0 } = figure?.personTimes ?? {};
  return (
    <span className={css.graded}>
      <Open at={{ ...at, measure: 'personTimes.registered' }} value={registered} />
      {declared > 0 && (
        <>
          <i>+</i>
          <Open at={{ ...at, measure: 'personTimes.declared' }} value={declared} />
        </>
      )}
    </span>
  );
}

export const both = (figure: Figure | undefined): number => (figure ? figure.personTimes.registered + figure.personTimes.declared : 0);

/** Person-times of other parts of one table, added up, which only they may be (rule 8): each is in one month, of one kind and in one place. */
export function sumOf(rows: readonly FigureLine[]): Pick<Figure, 'personTimes'> {
  const sum = (grade: 'registered' | 'declared'): number => rows.reduce((all, row) => all + row.personTimes[grade], 0);
  return { personTimes: { registered: sum('registered'), declared: sum('declared') } };
}
