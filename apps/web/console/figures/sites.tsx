import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { cx } from '../parts/class-names.ts';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { SiteLink } from '../sites/site-link.tsx';
import { type Pin, pinsOf, SiteMap } from '../sites/site-map.tsx';
import beside from '../sites/sites.module.css';
import css from './figures.module.css';
import { openingOf } from './opening.ts';
import { Partakers } from './partakers.tsx';
import { type SiteFigure, usePartakers } from './questions.ts';
import { type Scope } from './scope.ts';
import { ScopedPage } from './scoped-page.tsx';

/** Where the sessions of the scope were held: a table, and beside it the sites where they lie, as large as they were used. */
export function BySite({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  const { to } = useAddress();
  const [chosen, choose] = useState<string>();
  const list = usePartakers<SiteFigure>('sites', scope);
  const { items, last } = list;
  const most = Math.max(1, ...items.map(({ sessionsHeld }) => sessionsHeld));
  const pins = pinsOf(items).map((pin): Pin => {
    const { sessionsHeld } = items.find(({ id }) => id === pin.id)!;
    return {
      ...pin,
      weight: sessionsHeld / most,
      said: t('figures.site.sessions', { count: sessionsHeld, n: n(sessionsHeld) }),
      ...(sessionsHeld > 0 && !list.isPlaceholderData && { to: to(openingOf({ measure: 'sessionsHeld', site: pin.id }, sessionsHeld)) }),
    };
  });
  const off = items.length - pins.length;
  return (
    <ScopedPage
      tab="sites"
      scope={scope}
      told={last}
      awaiting={list.isPlaceholderData}
      problem={last ? undefined : list.error}
      again={() => void list.refetch()}
    >
      {last && (
        <Section title={t('figures.site.heading')} note={t('figures.site.note')}>
          {items.length === 0 && <Empty title={t('figures.site.none')} />}
          {off > 0 && (
            <p className={`note ${css.hint}`}>
              {t(pins.length === 0 ? 'figures.site.noPlace' : 'figures.site.off', { count: off, n: n(off) })}{' '}
              <Link to="/sites">{t('figures.site.enter')}</Link>
            </p>
          )}
          <div className={cx(pins.length > 0 && beside.beside)}>
            <div>
              <Partakers
                partaker="site"
                list={list}
                file={`${t('figures.csvName')}-${scope.from}-${scope.to}-${t('figures.site.title')}`}
                name={(site) => <SiteLink of={site} chosen={chosen} choose={choose} />}
                columns={[{ key: 'town', title: t('figures.towns.town'), cell: ({ town }) => town }]}
              />
            </div>
            {pins.length > 0 && (
              <figure className={beside.mapped} aria-label={t('figures.site.map')}>
                <SiteMap pins={pins} chosen={chosen} onChoose={choose} named />
                <figcaption className="note">{t('figures.site.mapNote')}</figcaption>
              </figure>
            )}
          </div>
        </Section>
      )}
    </ScopedPage>
  );
}
