import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigation } from 'react-router';
import { onForbidden, onSignedOut } from '../../api/client.ts';
import { cx } from '../parts/class-names.ts';
import { arriveAt } from '../parts/arriving.ts';
import { useInvented } from '../parts/invented.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useAbout } from '../session/about.ts';
import { beginAfresh, type Me, onSignedInElsewhere, useMe } from '../session/me.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { allowedTo, type Place, placesOf } from './entries.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';
import { OwnMenu } from './own-menu.tsx';
import { useOnline } from './online.ts';
import { Shortcuts } from './shortcuts.tsx';

const foldKey = 'sitang.nav';

/** What stands around every page: who is there decides what can be opened; nobody there gets the sign-in at the same address. */
export function Frame() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  // Every page reads it once somebody is in: asked for now, it keeps nobody waiting then.
  useAbout();
  // Whoever was there stays on the page when the sign-in ends: it is asked for again above what they typed.
  const [known, setKnown] = useState<Me>();
  // Another account is none of theirs: it finds neither their pages nor what they typed.
  const isAnother = me.data != null && known !== undefined && me.data.id !== known.id;
  if (me.data && me.data !== known && !isAnother) setKnown(me.data);
  useEffect(() => onSignedInElsewhere(() => void client.invalidateQueries({ queryKey: ['me'] })), [client]);
  useEffect(() => {
    if (isAnother) beginAfresh(client);
  }, [isAnother, client]);
  if (me.isPending || isAnother) return <main className={css.main}>{<Skeleton />}</main>;
  if (me.isError && me.data === undefined)
    return (
      <main className={css.main}>
        <h1 className="unseen">{t('all.product')}</h1>
        <Fault problem={me.error} again={() => void me.refetch()} />
      </main>
    );
  const reader = me.data ?? known;
  return reader ? <Inside me={reader} isGone={me.data === null} /> : <SignIn />;
}

function Inside({ me, isGone }: { me: Me; isGone: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [narrow, setNarrow] = useState(() => localStorage.getItem(foldKey) === 'narrow');
  const [more, setMore] = useState(false);
  const [gone, setGone] = useState(false);
  const isOnline = useOnline();
  const invented = useInvented();
  const allowed = allowedTo(me.permissions);
  const places = placesOf(allowed);
  const location = useLocation();
  const main = useRef<HTMLElement>(null);
  const arrivedAt = useRef<string>(undefined);
  const isMoving = useNavigation().state === 'loading';

  useEffect(() => onSignedOut(() => setGone(true)), []);
  // Somebody may have taken rights away meanwhile: the page then offers what is left.
  useEffect(() => onForbidden(() => void client.invalidateQueries({ queryKey: ['me'] })), [client]);
  useEffect(() => {
    setMore(false);
    window.scrollTo(0, 0);
    const isFirst = arrivedAt.current === undefined;
    arrivedAt.current = location.pathname;
    if (isFirst) return undefined;
    // Once a sheet that led here has gone and given back the focus.
    const frame = requestAnimationFrame(() => arriveAt(main.current!));
    return () => cancelAnimationFrame(frame);
  }, [location.pathname]);

  const fold = (): void => {
    localStorage.setItem(foldKey, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  const below = places.slice(0, 3);
  return (
    <div className={cx(css.frame, narrow && css.narrow)}>
      {isMoving && <div className={css.moving} role="progressbar" aria-label={t('all.loading')} />}
      <a className={css.skip} href="#main">
        {t('frame.skip')}
      </a>
      <header className={css.side}>
        <NavLink to="/" className={css.brand} end aria-label={t('all.product')}>
          <span className={css.mark} aria-hidden="true">
            {(['online', 'thematic', 'practical', 'demonstration'] as const).map((kind) => (
              <i key={kind} style={{ background: `var(--${kind})` }} />
            ))}
          </span>
          <span className={css.word}>{t('all.product')}</span>
        </NavLink>
        <nav className={css.entries} aria-label={t('frame.nav.label')}>
          <Entry place={start} />
          {places.map((place) => (
            <Entry key={place.of} place={place} />
          ))}
        </nav>
        <div className={css.foot}>
          <OwnMenu me={me} />
          <button type="button" className={css.plain} onClick={fold} aria-expanded={!narrow}>
            <Icon of="fold" />
            <span className={css.word}>{t(narrow ? 'frame.nav.expand' : 'frame.nav.collapse')}</span>
          </button>
        </div>
      </header>
      <main id="main" ref={main} className={css.main} tabIndex={-1} aria-busy={isMoving}>
        {invented && <p className={css.banner}>{invented}</p>}
        {!isOnline && (
          <p className={css.offline} role="status">
            {t('frame.offline')}
          </p>
        )}
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <nav className={css.bottom} aria-label={t('frame.nav.label')}>
        <Entry place={start} />
        {below.map((place) => (
          <Entry key={place.of} place={place} />
        ))}
        <button type="button" className={css.entry} onClick={() => setMore(true)}>
          <Icon of="more" />
          {t('frame.nav.more')}
        </button>
      </nav>
      {more && (
        <Sheet title={me.name} onClose={() => setMore(false)}>
          <div className={css.sheetList}>
            {places.slice(below.length).map((place) => (
              <Entry key={place.of} place={place} />
            ))}
            <OwnMenu me={me} />
          </div>
        </Sheet>
      )}
      {(gone || isGone) && (
        <SignInAgain
          account={me.account}
          onDone={() => {
            setGone(false);
            void client.invalidateQueries();
          }}
        />
      )}
      <Shortcuts entries={allowed} />
    </div>
  );
}

const start: Place = { of: 'start', to: '/', pages: [] };

function Entry({ place: { of, to, pages } }: { place: Place }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const word = t(`frame.nav.${of}`);
  const isHere = pathname === to || pages.some((page) => pathname === `/${page}` || pathname.startsWith(`/${page}/`));
  return (
    <Link to={to} className={css.entry} title={word} aria-current={isHere ? 'page' : undefined}>
      <Icon of={of} />
      <span className={css.word}>{word}</span>
    </Link>
  );
}
