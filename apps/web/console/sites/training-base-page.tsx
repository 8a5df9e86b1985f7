import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistorySection } from '../history/history.tsx';
import { historyOf } from '../history/questions.ts';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { Listing } from '../parts/listing.tsx';
import { Page, Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import { EditBase } from './training-base-form.tsx';
import { type Base, sitesIn, useBase, useSites } from './questions.ts';

export function BasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const base = useBase(id);
  useAskedAhead(sitesIn({ base: id }), historyOf({ of: 'base', id }));
  if (base.data) return <Known key={id} base={base.data} />;
  return (
    <Page title={t('sites.tabs.bases')} crumb={<Link to="/sites?tab=bases">{t('sites.tabs.bases')}</Link>}>
      {base.isError ? <Fault problem={base.error} again={() => void base.refetch()} /> : <Skeleton rows={5} />}
    </Page>
  );
}

function Known({ base }: { base: Base }) {
  const { t } = useTranslation();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const sites = useSites({ base: base.id });
  return (
    <Page
      title={base.name}
      crumb={<Link to="/sites?tab=bases">{t('sites.tabs.bases')}</Link>}
      actions={
        may('catalogue.manage') && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('all.edit')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('sites.unit'), <Link to={`/units/${base.unitId}`}>{base.unit}</Link>],
          [t('all.code'), base.code],
        ]}
      />
      <Section title={t('sites.ofBase')}>
        <Listing
          label={t('sites.ofBase')}
          list={sites}
          rowKey={({ id }) => id}
          filtered={false}
          empty={<p className="soft">{t('sites.noSites')}</p>}
          columns={[
            { key: 'name', title: t('all.name'), cell: ({ id, name }) => <Link to={`/sites/${id}`}>{name}</Link> },
            { key: 'town', title: t('sites.town'), cell: ({ town, unit }) => (town === unit ? town : `${town} ${unit}`) },
            { key: 'theme', title: t('sites.theme'), cell: ({ theme }) => theme },
            { key: 'capacity', title: t('sites.capacity'), right: true, cell: ({ capacity }) => n(capacity) },
          ]}
        />
      </Section>
      <HistorySection of="base" id={base.id} />
      {editing && <EditBase base={base} onClose={() => setEditing(false)} />}
    </Page>
  );
}
