import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { useAwaiting } from '../parts/awaiting.tsx';
import { n } from '../parts/quantities.ts';
import css from './figures.module.css';
import { type Opening, openingOf } from './opening.ts';

/** A number that opens: the sheet of its rows stands in the address too. Nought has nothing to show, and what is out of date opens to nothing. */
export function Open({ at, value, children }: { at: Opening; value: number; children?: ReactNode }) {
  const { to } = useAddress();
  const awaiting = useAwaiting();
  if (awaiting && value !== 0) return <>{children ?? n(value)}</>;
  if (value === 0) return <span className="soft">{children ?? n(value)}</span>;
  return (
    <Link className={css.number} to={to(openingOf(at, value))} preventScrollReset>
      {children ?? n(value)}
    </Link>
  );
}
