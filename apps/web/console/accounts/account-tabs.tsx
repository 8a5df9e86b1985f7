import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMay } from '../session/me.ts';
import css from './accounts.module.css';

/** Accounts, their phones, what was done with them, and the work behind: each where the reader may. */
export function AccountTabs() {
  const { t } = useTranslation();
  const may = useMay();
  const tabs = [
    { to: '/accounts', word: t('accounts.tab.accounts'), allowed: may('accounts.read') },
    { to: '/accounts/devices', word: t('accounts.tab.devices'), allowed: may('devices.manage') },
    { to: '/accounts/audit', word: t('accounts.tab.audit'), allowed: may('audit.read') },
    { to: '/accounts/queues', word: t('accounts.tab.queues'), allowed: may('accounts.manage', 'audit.read') },
  ].filter(({ allowed }) => allowed);
  return (
    <nav className={`${css.tabs} offPaper`} aria-label={t('accounts.tab.label')}>
      {tabs.map(({ to, word }) => (
        <NavLink key={to} to={to} end>
          {word}
        </NavLink>
      ))}
    </nav>
  );
}
