import { type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useInvented } from './invented.ts';
import css from './paper.module.css';

/** On paper only: what stands beneath the title, as unit and period. */
export const PaperHead = ({ children }: { children: ReactNode }) => <div className={`onPaper ${css.beneath}`}>{children}</div>;

/** What narrowed a list, under its title on paper. */
export const NarrowedOnPaper = ({ by }: { by: readonly (string | undefined)[] }) => <PaperHead>{by.filter(Boolean).join(' · ')}</PaperHead>;

/** On paper only: by which rules it was counted, and room for the three who answer for it; not for what is invented. */
export function PaperFoot({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const invented = useInvented();
  return (
    <div className={`onPaper ${css.foot}`}>
      {children}
      {invented && <p className={css.invented}>{invented}</p>}
      <div className={css.signatures}>
        <span>{t('all.paper.drawnUp')}</span>
        <span>{t('all.paper.checked')}</span>
        <span>{t('all.paper.answers')}</span>
      </div>
    </div>
  );
}

/** Printed instead of the page that it stands on: what a sheet over it shows. */
export function PrintedAlone({ title, head, children }: { title: string; head: string; children: ReactNode }) {
  const invented = useInvented();
  return createPortal(
    <section className="onPaper alone">
      {invented && <p className={css.invented}>{invented}</p>}
      <h1>{title}</h1>
      <PaperHead>{head}</PaperHead>
      {children}
    </section>,
    document.body,
  );
}
