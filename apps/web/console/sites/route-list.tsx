import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Listing } from '../parts/listing.tsx';
import { n } from '../parts/quantities.ts';
import { type Column } from '../parts/table.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { lengthOf, useDuration } from './duration.ts';
import { isFiltered, type Listed } from './listed.ts';
import { type Route, useRoutes } from './questions.ts';

export function RouteList({ filter, filters, onClear, empty }: Listed) {
  const { t } = useTranslation();
  const duration = useDuration();
  const list = useRoutes(filter);
  const columns: Column<Route>[] = [
    { key: 'name', title: t('all.name'), width: '20%', cell: ({ id, name }) => <Link to={`/sites/routes/${id}`}>{name}</Link> },
    { key: 'theme', title: t('sites.theme'), width: '10%', cell: ({ theme }) => theme },
    { key: 'stops', title: t('sites.route.stops'), cell: ({ stops }) => stops.map(({ site }) => site).join(' → ') },
    { key: 'count', title: t('sites.route.stopCount'), right: true, cell: ({ stops }) => n(stops.length) },
    { key: 'total', title: t('sites.route.total'), right: true, cell: ({ stops }) => duration(lengthOf(stops).total) },
  ];
  return (
    <>
      {filters(
        <TakeList
          name={t('sites.list.routes')}
          list={list}
          columns={[
            [t('all.code'), ({ code }) => code],
            [t('all.name'), ({ name }) => name],
            [t('sites.unit'), ({ unit }) => unit],
            [t('sites.theme'), ({ theme }) => theme],
            [t('sites.route.stops'), ({ stops }) => stops.map(({ site }) => site).join(' → ')],
            [t('sites.route.stopCount'), ({ stops }) => stops.length],
            [`${t('sites.route.total')} (${t('sites.route.min')})`, ({ stops }) => lengthOf(stops).total],
          ]}
        />,
      )}
      <Listing
        label={t('sites.list.routes')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={isFiltered(filter)}
        onClear={onClear}
        empty={empty}
      />
    </>
  );
}
