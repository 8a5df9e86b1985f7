import { useTranslation } from 'react-i18next';
import { StateOfSession } from '../classes/state.tsx';
import { cx } from '../parts/class-names.ts';
import { n } from '../parts/quantities.ts';
import { type SessionOf } from './questions.ts';
import css from './sessions.module.css';

/** How many stood there; what is not verified yet is outlined and says so. */
export function Heads({ of }: { of: SessionOf['headCount'] }) {
  const { t } = useTranslation();
  if (of === null) return <span className="soft">{n(null)}</span>;
  const word = of.disputed ? t('sessions.disputed') : t(of.verified ? 'sessions.verified' : 'sessions.unverified');
  return (
    <span className={css.heads}>
      <span className={cx(!of.verified && css.outlined)}>{n(of.count)}</span>{' '}
      <span className={cx('note', of.disputed && css.person)}>{word}</span>
    </span>
  );
}

/** Held is what somebody attended, or where verified heads stood; the clock plays no part. */
export function Standing({ of }: { of: SessionOf }) {
  const { t } = useTranslation();
  const isHeld = of.state === 'scheduled' && (of.named > 0 || (of.headCount?.verified === true && of.headCount.count > 0));
  return isHeld ? <span>{t('sessions.held')}</span> : <StateOfSession state={of.state} />;
}

export const hours = ({ startsAt, endsAt }: Pick<SessionOf, 'startsAt' | 'endsAt'>): string => [startsAt, endsAt].filter(Boolean).join('–');
