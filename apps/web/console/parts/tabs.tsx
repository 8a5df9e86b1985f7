import { Link } from 'react-router';
import { useAddress } from './address.ts';
import css from './tabs.module.css';

/** The parts of a page. Which one is open stands in the address; the first one needs no word there. */
export function Tabs<Name extends string>({
  label,
  tabs,
  open,
}: {
  label: string;
  tabs: readonly (readonly [Name, string])[];
  open: Name;
}) {
  const { to } = useAddress();
  return (
    <nav className={`${css.tabs} offPaper`} aria-label={label}>
      {tabs.map(([name, word], place) => (
        <Link
          key={name}
          to={to({ tab: place === 0 ? undefined : name })}
          aria-current={name === open ? 'page' : undefined}
          preventScrollReset
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
