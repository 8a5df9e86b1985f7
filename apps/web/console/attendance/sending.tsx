import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RefusalCode } from '#contract';
import { listed, n } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';
import css from './grid.module.css';
import { isOnWay } from './mark-queue.ts';
import { type GridPerson } from './sheet.ts';
import { type Marking } from './use-marking.ts';

/** What becomes of the marks that were made here: never silent, never in the way. */
export function Sending({ marking, people }: { marking: Marking; people: readonly GridPerson[] }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { items, failing, signedIn } = marking.standing;
  const unsent = items.filter(isOnWay).length;
  const refused = items.filter((one) => !isOnWay(one));
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (items.length > 0) setSent(true);
  }, [items.length]);
  const nameOf = (id: string | undefined): string => people.find((one) => one.personId === id)?.name ?? t('attendance.walkIn');
  const codes = [...new Set(refused.map((one) => one.code ?? 'unexpected'))];
  return (
    <div className={`${css.sendings} offPaper`} role="status">
      {failing ? (
        <p className={css.failing}>
          <span>{t('attendance.send.failing', { count: unsent, why: said(failing) })}</span>
          <Button size="small" onClick={() => marking.queue.kick()}>
            {t('all.retry')}
          </Button>
        </p>
      ) : (
        <p className="note">
          {signedIn !== null
            ? ''
            : unsent > 0
              ? t('attendance.send.sending', { count: unsent })
              : sent && refused.length === 0
                ? t('attendance.send.sent')
                : ''}
        </p>
      )}
      {marking.held.by.map(({ account, count }) => (
        <p key={account} className={css.failing} role="alert">
          <span>{t('attendance.send.held', { count, account, now: marking.held.signedIn })}</span>
          {signedIn !== null && (
            <Button size="small" onClick={() => marking.queue.kick()}>
              {t('all.retry')}
            </Button>
          )}
        </p>
      ))}
      {refused.length > 0 && (
        <div className={css.refusals} role="alert">
          {codes.map((code) => {
            const list = refused.filter((one) => (one.code ?? 'unexpected') === code);
            return (
              <p key={code}>
                {t('attendance.send.refused', {
                  count: list.length,
                  who: listed(list.slice(0, 5).map((one) => nameOf(one.mark.personId))),
                  more: list.length > 5 ? t('attendance.andMore', { count: list.length - 5, n: n(list.length) }) : '',
                  why: t(`refusals.${code as RefusalCode}`),
                })}
              </p>
            );
          })}
          <Button size="small" onClick={() => marking.queue.dismiss()}>
            {t('attendance.send.dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
