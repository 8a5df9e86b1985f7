import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './class-names.ts';
import { openedOver } from './passing.ts';
import css from './sheet.module.css';

interface Props {
  title: string;
  onClose: () => void;
  /** Something was typed that closing would lose: Esc and a click beside it do nothing then. */
  keeps?: boolean;
  wide?: boolean;
  foot?: ReactNode;
  children: ReactNode;
}

/** A sheet over the page; the browser itself keeps the focus inside and gives it back. */
export function Sheet({ title, onClose, keeps = false, wide = false, foot, children }: Props) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current!;
    if (!dialog.open) dialog.showModal();
    const closed = openedOver(dialog);
    return () => {
      closed();
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={cx(css.sheet, wide && css.wide, 'offPaper')}
      aria-labelledby={id}
      onCancel={(event) => {
        // Esc in a list that is open inside belongs to the list.
        event.preventDefault();
        if (event.target === ref.current && !keeps) onClose();
      }}
      onClose={() => {
        // A second Esc in a row closes it whatever the page says: with something typed, it stands up again.
        const dialog = ref.current;
        if (!dialog || dialog.open) return;
        if (keeps) dialog.showModal();
        else onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current && !keeps) onClose();
      }}
    >
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={onClose} aria-label={t('all.close')}>
          ✕
        </button>
      </div>
      <div className={css.body}>{children}</div>
      {foot && <div className={css.foot}>{foot}</div>}
    </dialog>
  );
}
