import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.ts';
import { isPin, patienceLeft } from '../rules/lock.policy.ts';
import { phone, usePhone } from '../use-phone.ts';
import css from './lock.module.css';
import { PinField } from './pin-field.tsx';

/** Asks for the PIN that is set; wrong ones cost time. */
export function PinForm({ label, deed, onRight }: { label: string; deed: string; onRight?: () => void }) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [isTrying, setIsTrying] = useState(false);
  const seconds = useSecondsLeft();
  const submit = async (): Promise<void> => {
    setIsTrying(true);
    const right = await phone.locking.open(pin);
    setIsTrying(false);
    setPin('');
    setIsWrong(right === false);
    if (right) onRight?.();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PinField label={label} value={pin} onChange={setPin} />
      {(isWrong || seconds > 0) && (
        <p className={css.wrong} role="alert">
          {seconds > 0 ? t('field.lock.patience', { count: seconds }) : t('field.lock.wrong')}
        </p>
      )}
      <button type="submit" className="primary" disabled={!isPin(pin) || isTrying || seconds > 0}>
        {deed}
      </button>
    </form>
  );
}

/** How many seconds nobody may try. */
function useSecondsLeft(): number {
  const lock = usePhone((standing) => standing.lock);
  const left = (): number => (lock ? Math.ceil(patienceLeft(lock, now().getTime()) / 1_000) : 0);
  const [, look] = useState(0);
  const seconds = left();
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(() => look((looks) => looks + 1), 1_000);
    return () => clearTimeout(timer);
  });
  return seconds;
}
