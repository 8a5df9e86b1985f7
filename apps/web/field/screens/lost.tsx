import { useTranslation } from 'react-i18next';
import { phone, usePhone } from '../use-phone.ts';
import { Notice } from './notices.tsx';

/** What the browser has cleared along with its storage: how many of whose, and what to do about it. */
export function Lost() {
  const { t } = useTranslation();
  const lost = usePhone((standing) => standing.lost);
  if (!lost) return null;
  const { name, own, others } = lost;
  return (
    <Notice tone={own + others > 0 ? 'fault' : 'person'}>
      <p>{t('field.lost.cleared')}</p>
      {own > 0 && <p>{t('field.lost.own', { name, count: own })}</p>}
      {others > 0 && <p>{t('field.lost.others', { count: others })}</p>}
      {own + others === 0 && <p>{t('field.lost.nothing')}</p>}
      <button type="button" onClick={() => phone.lossRead()}>
        {t('field.lost.close')}
      </button>
    </Notice>
  );
}
