import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './paper.module.css';

/** On paper only: what stands beneath the title, as unit and period. */
export const PaperHead = ({ children }: { children: ReactNode }) => <div className={`onPaper ${css.beneath}`}>{children}</div>;

/** What narrowed a list, under its title on paper. */
export const NarrowedOnPaper = ({ by }: { by: readonly (string | undefined)[] }) => <PaperHead>{by.filter(Boolean).join(' · ')}</PaperHead>;

/** On paper only: by which rules it was counted, and room for the three who answer for it. */
export function PaperFoot({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={`onPaper ${css.foot}`}>
      {children}
      <div className={css.signatures}>
        <span>{t('all.paper.drawnUp')}</span>
        <span>{t('all.paper.checked')}</span>
        <span>{t('all.paper.answers')}</span>
      </div>
    </div>
  );
}
