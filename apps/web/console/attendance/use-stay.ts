import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { type Marking } from './use-marking.ts';

/** Long enough for a packet in good order; whoever still waits then is asked. */
const grace = 1_500;

/** Whoever leaves while marks are unsent is told so. The queue goes on sending on other pages; a closed tab would lose them. */
export function useStay({ queue, standing }: Marking): void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const unsent = standing.items.length;
  const leaving = useBlocker(({ currentLocation, nextLocation }) => unsent > 0 && currentLocation.pathname !== nextLocation.pathname);
  const isHeld = leaving.state === 'blocked';
  useEffect(() => {
    if (!isHeld) return undefined;
    queue.kick();
    const leave = (): void => leaving.proceed?.();
    const stop = queue.subscribe(() => queue.standing().items.length === 0 && leave());
    const timer = setTimeout(() => {
      stop();
      const count = queue.standing().items.length;
      if (count === 0) return leave();
      modal.confirm({
        title: t('attendance.leave.title', { count }),
        content: t('attendance.leave.hint'),
        okText: t('attendance.leave.stay'),
        cancelText: t('attendance.leave.go'),
        onOk: () => leaving.reset?.(),
        onCancel: leave,
      });
      return undefined;
    }, grace);
    return () => {
      stop();
      clearTimeout(timer);
    };
    // Once for each attempt to leave.
  }, [isHeld]);
}
