import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { useSought } from '../parts/address.ts';
import { Filters, Listing } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { PaperFoot } from '../parts/paper.tsx';
import { listed } from '../parts/quantities.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { useMay, useMe } from '../session/me.ts';
import { AccountTabs } from './account-tabs.tsx';
import css from './accounts.module.css';
import { Grants } from './grants.tsx';
import { NewAccount } from './new-account.tsx';
import { type Account, useAccounts } from './questions.ts';

/** Who has an account for the reader's units, and what each may do. */
export function AccountsPage() {
  const me = useMe();
  const may = useMay();
  // Whoever may not see accounts may still read what was done, or look after phones.
  if (me.data && !may('accounts.read'))
    return <Navigate to={may('audit.read') ? '/accounts/audit' : may('devices.manage') ? '/accounts/devices' : '/me'} replace />;
  return <Accounts />;
}

function Accounts() {
  const { t } = useTranslation();
  const [q, seek] = useSought();
  const may = useMay();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const list = useAccounts(q);
  const columns: Column<Account>[] = [
    {
      key: 'account',
      title: t('accounts.field.account'),
      cell: ({ id, account }) => (
        <Link to={`/accounts/${id}`}>
          <bdi>{account}</bdi>
        </Link>
      ),
    },
    { key: 'name', title: t('accounts.field.name'), cell: ({ name }) => <bdi className={css.name}>{name}</bdi> },
    { key: 'grants', title: t('accounts.field.grants'), cell: ({ grants }) => <Grants of={grants} /> },
    {
      key: 'state',
      title: t('all.state'),
      cell: ({ disabled }) => (
        <span className={disabled ? css.disabled : undefined}>{t(disabled ? 'accounts.disabled' : 'accounts.enabled')}</span>
      ),
    },
  ];
  return (
    <Page
      title={t('accounts.title')}
      actions={
        may('accounts.manage') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('accounts.new')}
          </Button>
        )
      }
    >
      <AccountTabs />
      <Filters>
        <SearchBox value={q} onChange={seek} placeholder={t('accounts.search')} />
      </Filters>
      <Listing
        label={t('accounts.title')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={q !== undefined}
        onClear={() => seek(undefined)}
        file={{
          name: t('accounts.title'),
          columns: [
            [t('accounts.field.account'), ({ account }) => account],
            [t('accounts.field.name'), ({ name }) => name],
            [
              t('accounts.field.grants'),
              ({ grants }) => listed(grants.map(({ bundle, unitName }) => `${t(`domain.bundle.${bundle}`)} · ${unitName}`)),
            ],
            [t('all.state'), ({ disabled }) => t(disabled ? 'accounts.disabled' : 'accounts.enabled')],
          ],
        }}
        empty={<Empty title={t('accounts.none')}>{t('accounts.noneHint')}</Empty>}
      />
      <PaperFoot />
      {adding && <NewAccount onClose={() => setAdding(false)} onDone={(id) => void navigate(`/accounts/${id}`)} />}
    </Page>
  );
}
