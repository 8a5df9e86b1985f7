import { useTranslation } from 'react-i18next';
import { phone, usePhone } from '../use-phone.ts';
import css from './lock.module.css';
import { Leave } from './leave.tsx';
import { PinForm } from './pin-form.tsx';

/** Nothing of anybody's is shown before the PIN; what waits goes its way meanwhile. */
export function Locked() {
  const { t } = useTranslation();
  const waiting = usePhone((standing) => standing.waiting.own + standing.waiting.others);
  const notKept = usePhone((standing) => standing.notKept);
  return (
    <main className={css.locked}>
      <p className={css.product}>{t('field.name')}</p>
      <h1>{t('field.lock.locked')}</h1>
      <PinForm label={t('field.lock.pin')} deed={t('field.lock.open')} />
      {notKept && (
        <p className={css.wrong} role="alert">
          {t(`field.notKept.${notKept}`)}
        </p>
      )}
      {waiting > 0 && <p>{t('field.lock.waiting', { count: waiting })}</p>}
      <details>
        <summary>{t('field.lock.forgotten')}</summary>
        <p>{t('field.lock.forgottenSays')}</p>
        <Leave leave={() => phone.leave()} />
      </details>
    </main>
  );
}
