import { useTranslation } from 'react-i18next';
import { phone, usePhone } from '../use-phone.ts';

/** What others who used this phone have not handed over, and how it will leave. */
export function OthersWait({ isEnded = false }: { isEnded?: boolean }) {
  const { t } = useTranslation();
  const others = usePhone(({ waiting }) => waiting.others);
  const nameless = usePhone(() => phone.state.namelessWait());
  const named = others - nameless;
  return (
    <>
      {named > 0 && <p>{t(isEnded ? 'field.ended.waiting' : 'field.records.others', { count: named })}</p>}
      {nameless > 0 && <p>{t('field.records.nameless', { count: nameless })}</p>}
    </>
  );
}
