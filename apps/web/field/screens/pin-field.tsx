import { useTranslation } from 'react-i18next';
import css from './lock.module.css';

interface PinFieldProps {
  label: string;
  value: string;
  onChange: (typed: string) => void;
}

/** Four to six digits, typed blind. */
export function PinField({ label, value, onChange }: PinFieldProps) {
  const { t } = useTranslation();
  return (
    <label className={css.field}>
      <span>{label}</span>
      <input
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={value}
        aria-description={t('field.lock.digits')}
        onChange={({ target }) => onChange(target.value.replace(/\D/g, ''))}
      />
    </label>
  );
}
