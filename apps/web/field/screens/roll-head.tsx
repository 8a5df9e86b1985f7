import { useTranslation } from 'react-i18next';
import { day } from '../../console/parts/quantities.ts';
import { goBack, goTo } from '../address.ts';
import { type KeptSession, type Trainee, type Where } from '../kept/shapes.ts';
import { headsEverywhere } from '../rules/heads.policy.ts';
import { type RollCall } from '../rules/roll-calls.policy.ts';
import { cameOf, type Tally } from '../rules/standing.policy.ts';
import { useOwnHeads, useTally } from '../standing-now.ts';
import { phone, usePhone } from '../use-phone.ts';
import { useToday } from './days.tsx';
import { Notice } from './notices.tsx';
import css from './roll.module.css';
import { useCallName } from './where.tsx';

interface RollHeadProps {
  session: KeptSession;
  tally: Tally;
  strangers: readonly Trainee[];
  where: Where;
  calls: readonly RollCall[];
  isClosed: boolean;
}

/** What is marked, where, and how many so far. */
export function RollHead({ session, tally, strangers, where, calls, isClosed }: RollHeadProps) {
  const { t } = useTranslation();
  const { id, topic, dayPart, place, viewingPoints } = session;
  const callName = useCallName();
  const ofStrangers = useTally(session, strangers, where.slot);
  const heads = headsEverywhere(session, useOwnHeads(session.id));
  const counts = (['present', 'late', 'leftEarly', 'absent', 'onLeave'] as const).filter(
    (status) => status !== 'leftEarly' || tally.leftEarly > 0,
  );
  const strangersThere = cameOf(ofStrangers);
  const call = calls.length > 1 && calls.find(({ slot }) => slot === where.slot);
  const room = viewingPoints.find((one) => one.id === where.room)?.name;
  return (
    <div className={css.head}>
      <button type="button" className="plain" onClick={goBack}>
        {t('field.back')}
      </button>
      <div className={css.what}>
        <h1>{topic}</h1>
        <p>{[t(`domain.dayPart.${dayPart}`), call && callName(call), room ?? place].filter(Boolean).join(' · ')}</p>
      </div>
      <button type="button" className="plain" disabled={isClosed} onClick={() => goTo({ at: 'hall', sessionId: id })}>
        {t('field.hall.open')}
      </button>
      <p className={css.tally} role="status">
        {counts.map((status) => (
          <span key={status} data-status={status}>
            {t(`domain.status.${status}`)} <b>{tally[status]}</b>
          </span>
        ))}
        <span>
          {t('field.nothing')} <b>{tally.unmarked}</b>
        </span>
        {strangersThere > 0 && (
          <span>
            {t('field.roll.ways.walkIn')} <b>{strangersThere}</b>
          </span>
        )}
        {heads !== null && (
          <span>
            {t('field.roll.heads.counted')} <b>{heads}</b>
          </span>
        )}
      </p>
    </div>
  );
}

/** What is unusual about the session. */
export function Remarks({ session }: { session: KeptSession }) {
  const { t } = useTranslation();
  const today = useToday();
  const others = usePhone(() => phone.state.othersWaitIn(session.id));
  if (session.hidden)
    return (
      <Notice tone="person">
        <p>{t('field.hidden')}</p>
      </Notice>
    );
  return (
    <>
      {others > 0 && (
        <Notice tone="person">
          <p>{t('field.roll.others', { count: others })}</p>
        </Notice>
      )}
      {session.state !== 'scheduled' && (
        <Notice tone="person">
          <p>{t('field.offSession')}</p>
        </Notice>
      )}
      {session.date !== today && (
        <Notice tone="plain">
          <p>{t('field.otherDay', { day: day(session.date, { year: false }) })}</p>
        </Notice>
      )}
    </>
  );
}
