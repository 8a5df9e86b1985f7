import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import css from './home.module.css';
import { WorkBehind } from './work-behind.tsx';

const LastDeeds = lazy(async () => ({ default: (await import('./last-deeds.tsx')).LastDeeds }));

function LastOfAll() {
  const { t } = useTranslation();
  return (
    <Section title={t('home.audit.title')} tools={<Link to="/accounts/audit">{t('home.audit.open')}</Link>}>
      <Suspense fallback={<Skeleton />}>
        <LastDeeds label={t('home.audit.title')} />
      </Suspense>
    </Section>
  );
}

/** Accounts that came, went or may do something else now. Asked for when it is opened: the start asks much already. */
function LastOfAccounts() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('home.accounts.title')} tools={<Link to="/accounts">{t('home.accounts.open')}</Link>}>
      <details className={css.folded} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('home.accounts.last')}</summary>
        {open && (
          <Suspense fallback={<Skeleton />}>
            <LastDeeds noun="user" label={t('home.accounts.last')} />
          </Suspense>
        )}
      </details>
    </Section>
  );
}

/** For who keeps the accounts: the work behind and the accounts. For who watches over what others do: that. */
export function Oversight() {
  const may = useMay();
  if (!may('accounts.manage')) return <LastOfAll />;
  return (
    <>
      <WorkBehind />
      <LastOfAccounts />
    </>
  );
}
