import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistorySection } from '../history/history.tsx';
import { historyOf } from '../history/questions.ts';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { Page, Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import { lengthOf, useDuration } from './duration.ts';
import { routesIn, type Site, sitesIn, useRoutes, useSite, useSites } from './questions.ts';
import { EditSite } from './site-form.tsx';
import { pinsOf, SiteMap } from './site-map.tsx';
import css from './sites.module.css';

export function SitePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const site = useSite(id);
  useAskedAhead(routesIn({ site: id }), sitesIn({}), historyOf({ of: 'site', id }));
  if (site.data) return <Known key={id} site={site.data} />;
  return (
    <Page title={t('sites.tabs.sites')} crumb={<Link to="/sites">{t('sites.tabs.sites')}</Link>}>
      {site.isError ? <Fault problem={site.error} again={() => void site.refetch()} /> : <Skeleton rows={8} />}
    </Page>
  );
}

function Known({ site }: { site: Site }) {
  const { t } = useTranslation();
  const may = useMay();
  const duration = useDuration();
  const [editing, setEditing] = useState(false);
  const [pointed, point] = useState<string>();
  const routes = useRoutes({ site: site.id });
  // Where it lies among the others.
  const around = useSites({});
  const hasPlace = site.latitude !== null && site.longitude !== null;
  const others = pinsOf(around.rows.filter(({ id }) => id !== site.id));
  return (
    <Page
      title={site.name}
      crumb={<Link to="/sites">{t('sites.tabs.sites')}</Link>}
      actions={
        may('catalogue.manage') && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('all.edit')}
          </Button>
        )
      }
    >
      <div className={css.columns}>
        <Section title={t('sites.facts')} tools={<button onClick={() => window.print()}>{t('all.print')}</button>}>
          <Facts
            facts={[
              [t('sites.town'), site.town],
              [t('sites.where'), <Link to={`/units/${site.unitId}`}>{site.unit}</Link>],
              [t('sites.address'), site.address],
              [t('sites.theme'), site.theme],
              [t('sites.capacity'), site.capacity && t('sites.capacityUnit', { count: site.capacity, n: n(site.capacity) })],
              [t('sites.base'), site.base && <Link to={`/sites/bases/${site.baseId}`}>{site.base}</Link>],
              [t('sites.coordinates'), hasPlace && `${site.latitude}, ${site.longitude}`],
              [t('all.code'), site.code],
            ]}
          />
        </Section>
        <Section title={t('sites.map.title')}>
          {hasPlace ? (
            <SiteMap pins={[...others, ...pinsOf([site])]} chosen={pointed ?? site.id} onChoose={point} />
          ) : (
            <p className="soft">{t('sites.noCoordinates')}</p>
          )}
        </Section>
      </div>
      <Section title={t('sites.through')}>
        {routes.isError && <Fault problem={routes.error} again={() => void routes.refetch()} />}
        {routes.data && routes.rows.length === 0 && <p className="soft">{t('sites.noRoutes')}</p>}
        <ul className={css.through}>
          {routes.rows.map(({ id, name, stops }) => (
            <li key={id}>
              <Link to={`/sites/routes/${id}`}>{name}</Link>{' '}
              <span className="note">
                {stops.map((stop) => stop.site).join(' → ')} · {duration(lengthOf(stops).total)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <HistorySection of="site" id={site.id} />
      {editing && <EditSite site={site} onClose={() => setEditing(false)} />}
    </Page>
  );
}
