import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../parts/class-names.ts';
import { Listing } from '../parts/listing.tsx';
import { n } from '../parts/quantities.ts';
import { type Column } from '../parts/table.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { isFiltered, type Listed } from './listed.ts';
import { type Site, useSites } from './questions.ts';
import { SiteLink } from './site-link.tsx';
import { pinsOf, SiteMap } from './site-map.tsx';
import css from './sites.module.css';

/** The sites, beside where they lie: what is pointed at in one shows in the other. */
export function SiteList({ filter, filters, onClear, empty }: Listed) {
  const { t } = useTranslation();
  const list = useSites(filter);
  const [chosen, choose] = useState<string>();
  const pins = pinsOf(list.rows);
  const off = list.rows.length - pins.length;
  const columns: Column<Site>[] = [
    {
      key: 'name',
      title: t('all.name'),
      cell: (site) => <SiteLink of={site} chosen={chosen} choose={choose} />,
    },
    { key: 'town', title: t('sites.town'), cell: ({ town, unit }) => (town === unit ? town : `${town} ${unit}`) },
    { key: 'theme', title: t('sites.theme'), cell: ({ theme }) => theme },
    { key: 'base', title: t('sites.base'), cell: ({ base, baseId }) => base && <Link to={`/sites/bases/${baseId}`}>{base}</Link> },
    { key: 'capacity', title: t('sites.capacity'), right: true, cell: ({ capacity }) => n(capacity) },
  ];
  return (
    <>
      {filters(
        <TakeList
          name={t('sites.list.sites')}
          list={list}
          columns={[
            [t('all.code'), ({ code }) => code],
            [t('all.name'), ({ name }) => name],
            [t('sites.town'), ({ town }) => town],
            [t('all.unit'), ({ unit }) => unit],
            [t('sites.base'), ({ base }) => base],
            [t('sites.theme'), ({ theme }) => theme],
            [t('sites.address'), ({ address }) => address],
            [t('sites.capacity'), ({ capacity }) => capacity],
            [t('sites.latitude'), ({ latitude }) => latitude],
            [t('sites.longitude'), ({ longitude }) => longitude],
          ]}
        />,
      )}
      {list.data && pins.length === 0 && off > 0 && <p className="note">{t('sites.map.off', { count: off, n: n(off) })}</p>}
      <div className={cx(pins.length > 0 && css.beside)}>
        <div>
          <Listing
            label={t('sites.list.sites')}
            list={list}
            columns={columns}
            rowKey={({ id }) => id}
            filtered={isFiltered(filter)}
            onClear={onClear}
            empty={empty}
          />
        </div>
        {pins.length > 0 && (
          <figure className={css.mapped} aria-label={t('sites.map.title')}>
            <SiteMap pins={pins} chosen={chosen} onChoose={choose} />
            <figcaption className="note">
              {t('sites.map.note')} {off > 0 && t('sites.map.off', { count: off, n: n(off) })}
            </figcaption>
          </figure>
        )}
      </div>
    </>
  );
}
