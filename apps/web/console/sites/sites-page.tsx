import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RegisterTabs } from '../frame/register-tabs.tsx';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { NarrowedOnPaper, PaperFoot } from '../parts/paper.tsx';
import { Empty } from '../parts/states.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { useMay } from '../session/me.ts';
import { useUnitName } from '../units/unit-name.ts';
import { NewBase } from './training-base-form.tsx';
import { BaseList } from './training-base-list.tsx';
import { NewRoute } from './route-form.tsx';
import { RouteList } from './route-list.tsx';
import { NewSite } from './site-form.tsx';
import { SiteList } from './site-list.tsx';

const tabs = ['sites', 'bases', 'routes'] as const;
export type SitesTab = (typeof tabs)[number];
const lists = { sites: SiteList, bases: BaseList, routes: RouteList };
const forms = { sites: NewSite, bases: NewBase, routes: NewRoute };

/** Where practical teaching is held: sites, the bases they belong to, the routes that lead over them. */
export function SitesPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const tab = tabs.find((one) => one === get('tab')) ?? 'sites';
  const unit = get('unit');
  const unitName = useUnitName(unit);
  const [List, New] = [lists[tab], forms[tab]];
  const filter = { q: get('q'), unit };
  return (
    <Page
      title={t(`sites.tabs.${tab}`)}
      actions={
        may('catalogue.manage') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t(`sites.add.${tab}`)}
          </Button>
        )
      }
    >
      <RegisterTabs />
      <NarrowedOnPaper by={[unitName, filter.q]} />
      <List
        key={tab}
        filter={filter}
        filters={(tools) => (
          <Filters>
            <SearchBox value={filter.q} onChange={(q) => set({ q }, { replace: true })} placeholder={t('sites.search')} />
            <UnitPicker value={unit} name={unitName} onChange={(chosen) => set({ unit: chosen })} width={180} />
            {tools}
          </Filters>
        )}
        onClear={() => set({ q: undefined, unit: undefined })}
        empty={
          <Empty title={t(`sites.empty.${tab}`)} next={may('imports.run') && <Link to="/imports">{t('sites.toImport')}</Link>}>
            {t('sites.emptyHint')}
          </Empty>
        }
      />
      <PaperFoot />
      {adding && <New onClose={() => setAdding(false)} />}
    </Page>
  );
}
