import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { phone, usePhone } from '../use-phone.ts';
import css from './notices.module.css';

export function Notice({ tone, children }: { tone: 'plain' | 'person' | 'fault'; children: ReactNode }) {
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'fault' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** What concerns whoever holds the phone, whatever they are doing. */
export function Notices() {
  const { t } = useTranslation();
  const notKept = usePhone((standing) => standing.notKept);
  const revoked = usePhone((standing) => standing.revoked);
  const waiting = usePhone((standing) => standing.waiting.own);
  const isShutOut = usePhone(({ problem }) => problem?.status === 401);
  const comesNext = usePhone(({ invitation }) => invitation !== null && invitation.problem === null);
  return (
    <>
      {comesNext && waiting > 0 && !isShutOut && (
        <Notice tone="person">
          <p>{t('field.handOverFirst', { count: waiting })}</p>
        </Notice>
      )}
      {notKept && (
        <Notice tone="fault">
          <p>{t(`field.notKept.${notKept}`)}</p>
          <button type="button" onClick={() => phone.marking.forgetNotice()}>
            {t('field.notKept.close')}
          </button>
        </Notice>
      )}
      {revoked && (
        <Notice tone="person">
          <p>{waiting > 0 ? t('field.revoked.kept', { count: waiting }) : t('field.revoked.done')}</p>
        </Notice>
      )}
      {isShutOut && (
        <Notice tone="person">
          <p>{t('field.problem.notSignedIn')}</p>
        </Notice>
      )}
    </>
  );
}
