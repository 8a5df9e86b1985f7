import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { hallMark } from '#contract';
import { Problem } from '../../api/client.ts';
import { isLocal } from '../devices/is-local.ts';
import { QrCode } from '../devices/qr-code.tsx';
import { now } from '../parts/now.ts';
import { Page } from '../parts/page.tsx';
import { day, moment, n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { spaced, useHallCode, useTicking } from './hall-code.ts';
import { whereabouts } from './whereabouts.ts';
import css from './hall-page.module.css';
import { hours } from './heads.tsx';
import { type HallOf, type SessionOf, useHall, useSession } from './questions.ts';

/** The code of a hall under a projector: people sign in with their own phones. */
export function HallPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const session = useSession(id);
  const hall = useHall(id);
  const stage = useRef<HTMLElement>(null);
  useScreenAwake();
  const problem = session.data ? hall.error : session.error;
  // Whoever may no longer see it sees it no more; where nobody answers, the codes go on.
  const isShut = problem instanceof Problem && problem.status >= 400 && problem.status < 500;
  const shown = session.data && hall.data && !isShut ? { session: session.data, hall: hall.data } : null;
  return (
    <Page
      title={t('sessions.hall.title')}
      crumb={<Link to={`/sessions/${id}`}>{session.data?.topic ?? t('sessions.hall.back')}</Link>}
      actions={
        shown &&
        document.fullscreenEnabled && (
          <Button type="primary" onClick={() => void stage.current?.requestFullscreen().catch(() => undefined)}>
            {t('sessions.hall.fill')}
          </Button>
        )
      }
    >
      {!shown && problem && (
        <>
          <Fault problem={problem} again={() => void (session.data ? hall : session).refetch()} />
          {!isShut && <p>{t('sessions.hall.without')}</p>}
        </>
      )}
      {!shown && !problem && <Skeleton rows={8} />}
      {shown && (
        <article ref={stage} className={css.stage} aria-label={t('sessions.hall.title')}>
          <Stage {...shown} unheard={hall.failureCount > 0 || hall.isError} heardAt={hall.dataUpdatedAt} />
        </article>
      )}
    </Page>
  );
}

interface OnStage {
  session: SessionOf;
  hall: HallOf;
  /** The server did not answer last time. */
  unheard: boolean;
  heardAt: number;
}

function Stage({ session, hall, unheard, heardAt }: OnStage) {
  const { t } = useTranslation();
  const at = useTicking(now) + hall.behind;
  const shown = useHallCode(hall.secret, session.id, at);
  const why = whyShut(hall, at);
  const facts = [day(session.date), t(`domain.dayPart.${session.dayPart}`), hours(session)].filter(Boolean).join(' ');
  const about = (
    <header>
      <h2>{session.topic}</h2>
      <p>{[facts, whereabouts(session)].filter(Boolean).join(' · ')}</p>
    </header>
  );
  if (why)
    return (
      <div className={css.said}>
        {about}
        <p className={css.shut}>{t(`sessions.hall.shut.${why}`, { from: moment(hall.opensAt), until: moment(hall.endsAt) })}</p>
      </div>
    );
  if (!shown) return null;
  return (
    <>
      <QrCode text={`${location.origin}/here/#${hallMark(session.id, shown.code)}`} label={t('sessions.hall.qr')} />
      <div className={css.said}>
        {about}
        <p>{t('sessions.hall.scan', { address: `${location.host}/here` })}</p>
        <b className={css.digits}>{spaced(shown.code.digits)}</b>
        <p className={css.left}>{t('sessions.hall.left', { count: shown.left })}</p>
        <p role="status">{t('sessions.hall.signed', { count: n(hall.signed), all: n(hall.onRoster) })}</p>
        {unheard && (
          <p className={css.warning} role="alert">
            {t('sessions.hall.unheard', { at: moment(new Date(heardAt).toISOString()) })}
          </p>
        )}
        {isLocal(location.hostname) && <p className={css.warning}>{t('sessions.hall.local')}</p>}
      </div>
    </>
  );
}

function whyShut({ shut, opensAt, endsAt }: HallOf, at: number): 'session' | 'class' | 'early' | 'over' | null {
  if (shut !== null) return shut;
  return at < Date.parse(opensAt) ? 'early' : at >= Date.parse(endsAt) ? 'over' : null;
}

/** Nobody touches the machine under a projector: its screen stays on while the page is looked at, where the browser can see to it. */
function useScreenAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      // Absent on plain HTTP, and refused on a low battery.
      const made = await (navigator as Partial<Navigator>).wakeLock?.request('screen').catch(() => undefined);
      if (isOver) void made?.release();
      else lock = made;
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
