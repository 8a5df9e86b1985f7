import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Blocker, NavigationType, useBlocker } from 'react-router';
import css from './sheet.module.css';

/**
 * Whoever leaves with something typed is asked first, in the foot of the sheet, be it by the sheet's own buttons or by going back;
 * a tab that is closed asks as browsers do. `question` stands in place of the foot while it waits for an answer; `guard` stands
 * anywhere in the sheet. What is being sent may lead elsewhere by itself.
 */
export function useUnsaved(
  isUnsaved: boolean,
  onClose: () => void,
  isSending: boolean,
): { leave: () => void; question: ReactNode; guard: ReactNode } {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Blocker | 'closing'>();
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
  const leave = (): void => (isUnsaved ? setAsked((before) => before ?? 'closing') : onClose());
  const drop = (): void => {
    if (asked !== 'closing') asked?.proceed?.();
    onClose();
  };
  const stay = (): void => {
    if (asked !== 'closing') asked?.reset?.();
    setAsked(undefined);
  };
  const question = asked && isUnsaved && (
    <>
      <span className={css.unsaved} role="alert">
        {t('all.unsaved.says')}
      </span>
      <Button danger onClick={drop}>
        {t('all.unsaved.drop')}
      </Button>
      <Button type="primary" autoFocus onClick={stay}>
        {t('all.unsaved.stay')}
      </Button>
    </>
  );
  return { leave, question, guard: isUnsaved && <Guard isSending={isSending} onHeld={setAsked} /> };
}

/** Stands only while something is unsaved: of several that hold the reader, the router asks the last one alone. */
function Guard({ isSending, onHeld }: { isSending: boolean; onHeld: (held: Blocker) => void }): null {
  const blocker = useBlocker(({ historyAction }) => !isSending || historyAction === NavigationType.Pop);
  useEffect(() => {
    if (blocker.state === 'blocked') onHeld(blocker);
    // Once for each attempt to leave: two that follow at once are both blocked, with nothing drawn between them.
  }, [blocker]);
  return null;
}
