import { useTranslation } from 'react-i18next';
import { goTo, usePlace } from '../address.ts';
import { clockAt } from '../clock.ts';
import { photosWaiting } from '../phone/state.ts';
import { usePhone } from '../use-phone.ts';
import css from './chip.module.css';

/** How things stand, on every screen; a tap opens every record. */
export function Chip() {
  const { t } = useTranslation();
  const place = usePlace();
  const isOnline = usePhone((standing) => standing.reached);
  const isSending = usePhone(({ sending, waiting }) => sending && waiting.own > 0);
  const waiting = usePhone((standing) => standing.waiting.own + standing.waiting.others);
  const lastSentAt = usePhone((standing) => standing.lastSentAt);
  const isProtected = usePhone((standing) => standing.isProtected);
  const photos = usePhone(photosWaiting);
  const toRead = usePhone((standing) => standing.toRead + standing.photos.filter(({ state }) => state === 'refused').length);
  return (
    <button
      type="button"
      className={css.chip}
      data-state={toRead > 0 ? 'person' : isOnline ? 'online' : 'offline'}
      aria-description={t('field.chip.open')}
      onClick={() => place.at !== 'records' && goTo({ at: 'records' })}
    >
      <span className={css.first}>
        <i className={css.dot} aria-hidden />
        <b>{t(isSending ? 'field.chip.sending' : isOnline ? 'field.chip.online' : 'field.chip.offline')}</b>
        <span>{t('field.chip.waiting', { count: waiting })}</span>
        {photos > 0 && <span>{t('field.photos.waiting', { count: photos })}</span>}
        {toRead > 0 && <span className={css.toRead}>{t('field.chip.toRead', { count: toRead })}</span>}
      </span>
      <span className={css.second}>
        <span>{lastSentAt ? t('field.chip.lastSent', { when: clockAt(lastSentAt) }) : t('field.chip.neverSent')}</span>
        <span>{t(isProtected ? 'field.chip.protected' : 'field.chip.notProtected')}</span>
      </span>
    </button>
  );
}
