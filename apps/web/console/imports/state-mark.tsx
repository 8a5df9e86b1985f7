import { useTranslation } from 'react-i18next';
import { cx } from '../parts/class-names.ts';
import css from './imports.module.css';
import { type Import, type State } from './questions.ts';

const needsSomebody: readonly State[] = ['checked'];

/** The state of an import: amber where it waits for a person, red where it failed. */
export function StateMark({ of: { state, fault } }: { of: Pick<Import, 'state' | 'fault'> }) {
  const { t } = useTranslation();
  // Whoever says where the header is goes on from there: nothing is lost.
  if (state === 'failed' && fault === 'headerMissing')
    return <span className={cx(css.state, css.waits)}>{t('imports.state.headerMissing')}</span>;
  return (
    <span className={cx(css.state, needsSomebody.includes(state) && css.waits, state === 'failed' && css.lost)}>
      {t(`imports.state.${state}`)}
    </span>
  );
}
