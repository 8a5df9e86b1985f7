import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RegisterTabs } from '../frame/register-tabs.tsx';
import { useAddress } from '../parts/address.ts';
import { Filters, Listing } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { PaperFoot } from '../parts/paper.tsx';
import { Empty } from '../parts/states.tsx';
import { TakeAway, TakeList } from '../parts/take-away.tsx';
import { useMay } from '../session/me.ts';
import { NewUnit } from './new-unit.tsx';
import { type Unit, useFound } from './questions.ts';
import { UnitTree } from './unit-tree.tsx';
import { useUnitColumns, useUnitCsv } from './unit-columns.tsx';

/** The tree of units, or those whose name fits what was typed. */
export function UnitsPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const typed = get('q');
  const living = get('retired') !== 'yes';
  const found = useFound(typed, living);
  const [opened, setOpened] = useState<readonly Unit[]>([]);
  const columns = useUnitColumns();
  const csv = useUnitCsv();
  const empty = (
    <Empty title={t('units.empty')} next={may('imports.run') && <Link to="/imports">{t('units.toImport')}</Link>}>
      {t('units.emptyHint')}
    </Empty>
  );
  return (
    <Page
      title={t('units.title')}
      actions={
        may('units.manage') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('units.add')}
          </Button>
        )
      }
    >
      <RegisterTabs />
      <Filters>
        <SearchBox value={typed} onChange={(q) => set({ q }, { replace: true })} placeholder={t('units.search')} />
        <Checkbox checked={!living} onChange={({ target }) => set({ retired: target.checked ? 'yes' : undefined })}>
          {t('units.withRetired')}
        </Checkbox>
        {typed === undefined ? (
          <TakeAway name={t('units.list')} rows={opened} columns={csv} />
        ) : (
          <TakeList name={t('units.list')} list={found} columns={csv} />
        )}
      </Filters>
      {typed === undefined ? (
        <UnitTree living={living} empty={empty} onListed={setOpened} />
      ) : (
        <Listing
          label={t('units.found')}
          list={found}
          columns={columns}
          rowKey={({ id }) => id}
          filtered
          onClear={() => set({ q: undefined })}
          empty={null}
        />
      )}
      <PaperFoot />
      {adding && <NewUnit onClose={() => setAdding(false)} />}
    </Page>
  );
}
