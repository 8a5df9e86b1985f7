import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './lock.module.css';

/** Parts the phone from its holder, once what waits has left. */
export function Leave({ leave }: { leave: () => Promise<boolean> }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'asked' | 'leaving' | 'waits' | 'failed' | null>(null);
  const go = async (): Promise<void> => {
    setStep('leaving');
    // Where it has left, this is shown no more.
    const left = await leave().catch(() => null);
    setStep(left === null ? 'failed' : left ? null : 'waits');
  };
  if (step === null)
    return (
      <button type="button" onClick={() => setStep('asked')}>
        {t('field.leave.deed')}
      </button>
    );
  return (
    <div className={css.form} role="status">
      <p>{t(`field.leave.${step}`)}</p>
      <button type="button" className="primary" disabled={step === 'leaving'} onClick={() => void go()}>
        {t(step === 'asked' ? 'field.leave.confirm' : 'field.out.retry')}
      </button>
      <button type="button" disabled={step === 'leaving'} onClick={() => setStep(null)}>
        {t('field.leave.stay')}
      </button>
    </div>
  );
}
