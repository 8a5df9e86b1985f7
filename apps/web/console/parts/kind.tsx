import { useTranslation } from 'react-i18next';
import { type CourseKind } from '#contract';
import css from './kind.module.css';

/** A kind of class, the same everywhere: its colour and its character, never colour alone. */
export function Kind({ of, short = false }: { of: CourseKind; short?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={css.kind}>
      <i className={css.mark} style={{ background: `var(--${of})` }} aria-hidden={!short} title={t(`domain.kind.${of}`)}>
        {t(`domain.kindMark.${of}`)}
      </i>
      {!short && t(`domain.kind.${of}`)}
    </span>
  );
}
