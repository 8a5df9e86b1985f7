import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './sheet.module.css';

/**
 * Whoever leaves with something typed is asked first, in the foot of the sheet; a tab that is closed asks as browsers do.
 * `question` stands in place of the foot while it waits for an answer.
 */
export function useUnsaved(isUnsaved: boolean, onClose: () => void): { leave: () => void; question: ReactNode } {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
  const leave = (): void => (isUnsaved ? setAsked(true) : onClose());
  const question = asked && isUnsaved && (
    <>
      <span className={css.unsaved} role="alert">
        {t('all.unsaved.says')}
      </span>
      <Button danger onClick={onClose}>
        {t('all.unsaved.drop')}
      </Button>
      <Button type="primary" autoFocus onClick={() => setAsked(false)}>
        {t('all.unsaved.stay')}
      </Button>
    </>
  );
  return { leave, question };
}
