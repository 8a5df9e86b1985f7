import { useTranslation } from 'react-i18next';
import css from './heads.module.css';

/** More digits are a slip of the finger. */
const digitsAtMost = 6;

/** Keys for a thumb: the phone's own keyboard would cover half of the page. */
export function NumberPad({ digits, onType }: { digits: string; onType: (digits: string) => void }) {
  const { t } = useTranslation();
  const type = (digit: string) => () => onType(`${digits}${digit}`.replace(/^0+(?=\d)/, '').slice(0, digitsAtMost));
  return (
    <div className={css.pad} role="group" aria-label={t('field.roll.heads.pad')}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <button key={digit} type="button" onClick={type(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className={css.word} disabled={digits === ''} onClick={() => onType('')}>
        {t('field.clear')}
      </button>
      <button type="button" onClick={type('0')}>
        0
      </button>
      <button type="button" className={css.word} disabled={digits === ''} onClick={() => onType(digits.slice(0, -1))}>
        {t('field.roll.heads.back')}
      </button>
    </div>
  );
}
