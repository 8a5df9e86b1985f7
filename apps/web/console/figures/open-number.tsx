import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { useAwaiting } from '../parts/awaiting.tsx';
import { cx } from '../parts/class-names.ts';
import { n } from '../parts/quantities.ts';
import css from './figures.module.css';
import { bothGrades, closed, type Opening, openingOf } from './opening.ts';
import { type Scope, yearBefore } from './scope.ts';

/**
 * A number that opens: the sheet of its rows stands in the address too. Nought opens as well: what was left out, and why, is all there is to
 * say. What is out of date opens to nothing.
 */
export function Open({ at, value, children }: { at: Opening; value: number; children?: ReactNode }) {
  const { to } = useAddress();
  if (useAwaiting()) return <>{children ?? n(value)}</>;
  return (
    <Link className={cx(css.number, value === 0 && 'soft')} to={to(openingOf(at, value))} preventScrollReset>
      {children ?? n(value)}
    </Link>
  );
}

/** A number of the year before: it opens over the page of that year, where whoever follows it stays. */
export function OpenBefore({ scope, at, children }: { scope: Scope; at: Record<string, string | undefined>; children: ReactNode }) {
  const { to } = useAddress();
  if (useAwaiting()) return <>{children}</>;
  const { from, to: until } = yearBefore(scope);
  return (
    <Link className={css.number} to={to({ ...closed, from, to: until, compare: undefined, ...at })}>
      {children}
    </Link>
  );
}

/** Registered and declared beside each other, of the whole scope or of one month: opens to what it adds up from. */
export function OpenTimes({ value, month }: { value: number; month?: string }) {
  const { to } = useAddress();
  if (useAwaiting()) return <>{n(value)}</>;
  return (
    <Link className={cx(css.number, value === 0 && 'soft')} to={to({ ...closed, open: bothGrades, omonth: month })} preventScrollReset>
      {n(value)}
    </Link>
  );
}
