import { useTranslation } from 'react-i18next';
import { hallMark, isMainHall } from '#contract';
import { QrCode } from '../../console/devices/qr-code.tsx';
import { spaced, useHallCode, useTicking } from '../../console/sessions/hall-code.ts';
import { goBack } from '../address.ts';
import { useWhere } from '../choosing.ts';
import { now, wasTurnedBack } from '../clock.ts';
import { type KeptSession } from '../kept/shapes.ts';
import { cameOf } from '../rules/standing.policy.ts';
import { Frame } from '../screens/frame.tsx';
import { Notice } from '../screens/notices.tsx';
import { useCallName } from '../screens/where.tsx';
import { peopleOf, useRollCalls, useTally } from '../standing-now.ts';
import { usePhone } from '../use-phone.ts';
import css from './hall.module.css';

/** A session that was kept before there were hall codes has no secret. */
const secretOf = ({ hall = null }: { hall?: string | null }): string | null => hall;

/** Held before the people, or under a projector: they sign in with their own phones. */
export function Hall({ session }: { session: KeptSession }) {
  const { t } = useTranslation();
  const people = peopleOf(session);
  const where = useWhere(session);
  const calls = useRollCalls(session, where.slot);
  const callName = useCallName();
  const tally = useTally(session, people, where.slot);
  const secret = secretOf(session);
  const isTurnedBack = usePhone(({ served }) => served !== null && wasTurnedBack(served, now()));
  const isMain = isMainHall(where);
  const call = calls.length > 1 && calls.find(({ slot }) => slot === where.slot);
  const room = session.viewingPoints.find(({ id }) => id === where.room)?.name;
  const here = [call && callName(call), room].filter(Boolean).join(' · ');
  const behind = usePhone(({ served }) => served?.behind ?? 0);
  // By the county's clock as the phone last heard it.
  const shown = useHallCode(secret, session.id, useTicking(now) + behind, where);
  return (
    <Frame
      head={
        <div className={css.head}>
          <h1>{session.topic}</h1>
          <p>{t('field.hall.came', { count: cameOf(tally), all: people.length })}</p>
        </div>
      }
      foot={
        <button type="button" className={`primary ${css.done}`} onClick={goBack}>
          {t('field.hall.done')}
        </button>
      }
    >
      {secret === null && (
        <Notice tone="person">
          <p>{t('field.hall.none')}</p>
        </Notice>
      )}
      {isTurnedBack && (
        <Notice tone="fault">
          <p>{t('field.hall.turnedBack')}</p>
        </Notice>
      )}
      {shown && (
        // Where it does not fit, keys scroll it.
        <div className={css.hall} role="group" aria-label={t('field.hall.title')} tabIndex={0}>
          <QrCode text={`${location.origin}/here/#${hallMark(session.id, shown.code, where)}`} label={t('field.hall.qr')} />
          {isMain ? (
            <>
              <p>{t('field.hall.scan', { address: `${location.host}/here` })}</p>
              <b className={css.digits}>{spaced(shown.code.digits)}</b>
            </>
          ) : (
            <>
              <p>{t('field.hall.scanOnly')}</p>
              <b>{here}</b>
            </>
          )}
          <p className={css.left}>{t('field.hall.left', { count: shown.left })}</p>
          <p className={css.left}>{t('field.hall.hint')}</p>
        </div>
      )}
    </Frame>
  );
}
