import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phone } from '../use-phone.ts';
import { Notice } from './notices.tsx';

const key = 'sitang.field.homeHint';

/** How the app gets to the home screen, or what a browser without that does; once on a phone. */
export function HomeHint() {
  const { t } = useTranslation();
  const [isRead, setIsRead] = useState(() => localStorage.getItem(key) !== null);
  const { system, asApp, inWeChat } = phone.where;
  if (isRead || asApp) return null;
  const read = (): void => {
    localStorage.setItem(key, 'read');
    setIsRead(true);
  };
  return (
    <Notice tone="plain">
      <p>{t(`field.homeHint.${inWeChat ? 'weChat' : system}`)}</p>
      <button type="button" onClick={read}>
        {t('field.homeHint.close')}
      </button>
    </Notice>
  );
}
