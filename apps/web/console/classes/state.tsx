import { useTranslation } from 'react-i18next';
import { type ClassState, type SessionState } from '#contract';
import { cx } from '../parts/class-names.ts';
import css from './classes.module.css';

const over = new Set<string>(['cancelled', 'void']);

export function StateOfClass({ state }: { state: ClassState }) {
  const { t } = useTranslation();
  return (
    <span className={cx(css.state, over.has(state) && css.over, state === 'draft' && css.draft)}>{t(`domain.classState.${state}`)}</span>
  );
}

export function StateOfSession({ state }: { state: SessionState }) {
  const { t } = useTranslation();
  return <span className={cx(css.state, over.has(state) && css.over)}>{t(`domain.sessionState.${state}`)}</span>;
}
