import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phone } from '../use-phone.ts';
import css from './guide.module.css';

/** A code that came by another way than the camera. */
export function PasteCode() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [isNone, setIsNone] = useState(false);
  return (
    <form
      className={css.paste}
      onSubmit={(event) => {
        event.preventDefault();
        const isCode = phone.enterCode(typed);
        setIsNone(!isCode);
        if (isCode) setTyped('');
      }}
    >
      <label>
        <span>{t('field.out.paste')}</span>
        <input
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setIsNone(false);
          }}
        />
      </label>
      {isNone && (
        <p className={css.wrong} role="alert">
          {t('field.out.noCode')}
        </p>
      )}
      <button type="submit" disabled={typed.trim() === ''}>
        {t('field.out.enter')}
      </button>
    </form>
  );
}
