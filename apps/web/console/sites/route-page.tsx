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
import { PaperFoot } from '../parts/paper.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { useMay } from '../session/me.ts';
import { lengthOf, useDuration } from './duration.ts';
import { type Route, useRoute } from './questions.ts';
import { EditRoute } from './route-form.tsx';
import { type Pin, SiteMap } from './site-map.tsx';
import css from './sites.module.css';

export function RoutePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const route = useRoute(id);
  useAskedAhead(historyOf({ of: 'route', id }));
  if (route.data) return <Known key={id} route={route.data} />;
  return (
    <Page title={t('sites.tabs.routes')} crumb={<Link to="/sites?tab=routes">{t('sites.tabs.routes')}</Link>}>
      {route.isError ? <Fault problem={route.error} again={() => void route.refetch()} /> : <Skeleton rows={8} />}
    </Page>
  );
}

type Stop = Route['stops'][number];

function Known({ route }: { route: Route }) {
  const { t } = useTranslation();
  const may = useMay();
  const duration = useDuration();
  const [editing, setEditing] = useState(false);
  const { stay, travel, total } = lengthOf(route.stops);
  const pins = route.stops.flatMap(({ siteId, order, site, town, latitude, longitude }): Pin[] =>
    latitude === null || longitude === null ? [] : [{ id: siteId, name: site, town, latitude, longitude, mark: String(order) }],
  );
  const columns: Column<Stop>[] = [
    { key: 'order', title: t('sites.route.order'), cell: ({ order }) => order, foot: t('all.total') },
    { key: 'site', title: t('sites.route.site'), cell: ({ site, siteId }) => <Link to={`/sites/${siteId}`}>{site}</Link>, foot: '' },
    { key: 'town', title: t('sites.town'), cell: ({ town }) => town, foot: '' },
    {
      key: 'travel',
      title: `${t('sites.route.travel')} (${t('sites.route.min')})`,
      right: true,
      cell: ({ travelMinutes }) => n(travelMinutes),
      foot: n(travel),
    },
    {
      key: 'minutes',
      title: `${t('sites.route.minutes')} (${t('sites.route.min')})`,
      right: true,
      cell: ({ minutes }) => n(minutes),
      foot: n(stay),
    },
  ];
  return (
    <Page
      title={route.name}
      crumb={<Link to="/sites?tab=routes">{t('sites.tabs.routes')}</Link>}
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
          [t('sites.theme'), route.theme],
          [t('sites.unit'), <Link to={`/units/${route.unitId}`}>{route.unit}</Link>],
          [t('sites.route.total'), t('sites.route.totalOf', { total: duration(total), stay: duration(stay), travel: duration(travel) })],
          [t('all.code'), route.code],
        ]}
      />
      <Section
        title={t('sites.route.stops')}
        tools={
          <TakeAway
            name={route.name}
            rows={route.stops}
            columns={[
              [t('sites.route.order'), ({ order }) => order],
              [t('sites.route.site'), ({ site }) => site],
              [t('sites.route.travel'), ({ travelMinutes }) => travelMinutes],
              [t('sites.route.minutes'), ({ minutes }) => minutes],
            ]}
          />
        }
      >
        <div className={css.columns}>
          <Table label={t('sites.route.stops')} columns={columns} rows={route.stops} rowKey={({ order }) => String(order)} foot />
          <figure className={css.figure} aria-label={t('sites.map.title')}>
            <SiteMap pins={pins} line />
            <figcaption className="note">
              {pins.length > 1 && t('sites.map.routeNote')}{' '}
              {pins.length < route.stops.length &&
                t('sites.map.stopsOff', { count: route.stops.length - pins.length, n: n(route.stops.length - pins.length) })}
            </figcaption>
          </figure>
        </div>
      </Section>
      <PaperFoot />
      <HistorySection of="route" id={route.id} />
      {editing && <EditRoute route={route} onClose={() => setEditing(false)} />}
    </Page>
  );
}
