import { Link } from 'react-router';
import { cx } from '../parts/class-names.ts';
import css from './sites.module.css';

/** A site by its name, beside the map: whichever is pointed at stands out in both. */
export function SiteLink({
  of: { id, name },
  chosen,
  choose,
}: {
  of: { id: string; name: string };
  chosen: string | undefined;
  choose: (id: string | undefined) => void;
}) {
  return (
    <Link
      to={`/sites/${id}`}
      className={cx(id === chosen && css.chosen)}
      onMouseEnter={() => choose(id)}
      onMouseLeave={() => choose(undefined)}
      onFocus={() => choose(id)}
      onBlur={() => choose(undefined)}
    >
      {name}
    </Link>
  );
}
