import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { type ConsolePage } from '#contract';
import { useAddress } from '../parts/address.ts';
import css from '../parts/tabs.module.css';
import { useMe } from '../session/me.ts';
import { allowedTo, placesOf } from './entries.ts';

/** Lists that share a page with another stand beside it all the same. */
const sharing: Partial<Record<ConsolePage, readonly ('bases' | 'routes')[]>> = { sites: ['bases', 'routes'] };

/** The registers beside each other, in one row: one entry of the navigation leads to all of them. */
export function RegisterTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { get } = useAddress();
  const me = useMe();
  const place = placesOf(allowedTo(me.data?.permissions ?? [])).find(({ of }) => of === 'registers');
  if (!place) return null;
  const lists = place.pages.flatMap((page) => [{ page, list: undefined }, ...(sharing[page] ?? []).map((list) => ({ page, list }))]);
  const isOpen = ({ page, list }: (typeof lists)[number]): boolean =>
    pathname === `/${page}` && (sharing[page]?.find((one) => one === get('tab')) ?? undefined) === list;
  return (
    <nav className={`${css.tabs} offPaper`} aria-label={t('frame.nav.registers')}>
      {lists.map((one) => (
        <Link
          key={one.list ?? one.page}
          to={`/${one.page}${one.list ? `?tab=${one.list}` : ''}`}
          aria-current={isOpen(one) ? 'page' : undefined}
        >
          {t(`frame.nav.${one.list ?? one.page}`)}
        </Link>
      ))}
    </nav>
  );
}
