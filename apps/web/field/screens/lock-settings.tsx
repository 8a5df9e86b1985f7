import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goBack } from '../address.ts';
import { isPin, lockMinutes } from '../rules/lock.policy.ts';
import { phone, usePhone } from '../use-phone.ts';
import { Frame } from './frame.tsx';
import { Leave } from './leave.tsx';
import css from './lock.module.css';
import { PinField } from './pin-field.tsx';
import { PinForm } from './pin-form.tsx';

/** The app PIN, what it is good for, and the way out. */
export function LockSettings() {
  const { t } = useTranslation();
  const lock = usePhone((standing) => standing.lock);
  return (
    <Frame
      head={
        <div className={css.head}>
          <button type="button" className="plain" onClick={goBack}>
            {t('field.back')}
          </button>
          <h1>{t('field.lock.title')}</h1>
        </div>
      }
    >
      <section className={css.section}>
        <h2>{t('field.lock.heading')}</h2>
        {lock ? (
          <>
            <p>{t('field.lock.on', { count: lock.minutes })}</p>
            <PinForm label={t('field.lock.pin')} deed={t('field.lock.off')} onRight={() => void phone.locking.set(null)} />
          </>
        ) : (
          <SetPin />
        )}
        <p className={css.note}>{t('field.lock.limits')}</p>
      </section>
      <section className={css.section}>
        <h2>{t('field.leave.deed')}</h2>
        <p>{t('field.leave.says')}</p>
        <Leave leave={() => phone.leave()} />
      </section>
    </Frame>
  );
}

function SetPin() {
  const { t } = useTranslation();
  const [[pin, again], setPins] = useState(['', '']);
  const [minutes, setMinutes] = useState<number>(lockMinutes[1]);
  const [isSetting, setIsSetting] = useState(false);
  const differs = again.length >= pin.length && again !== pin;
  const submit = async (): Promise<void> => {
    setIsSetting(true);
    await phone.locking.set({ pin, minutes });
    setIsSetting(false);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PinField label={t('field.lock.choose')} value={pin} onChange={(typed) => setPins([typed, again])} />
      <PinField label={t('field.lock.again')} value={again} onChange={(typed) => setPins([pin, typed])} />
      {differs && (
        <p className={css.wrong} role="alert">
          {t('field.lock.differs')}
        </p>
      )}
      <fieldset className={css.minutes}>
        <legend>{t('field.lock.after')}</legend>
        {lockMinutes.map((one) => (
          <label key={one}>
            <input type="radio" name="minutes" checked={minutes === one} onChange={() => setMinutes(one)} />
            {t('field.lock.minutes', { count: one })}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="primary" disabled={!isPin(pin) || pin !== again || isSetting}>
        {t('field.lock.set')}
      </button>
    </form>
  );
}
