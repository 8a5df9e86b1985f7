import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { courseKinds } from '#contract';
import { Kind } from '../parts/kind.tsx';
import css from './wizard.module.css';

/** Four doors, each with what lies behind it in a sentence. */
export function KindChoice() {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={css.choose}>{t('classes.wizard.choose')}</h2>
      <ul className={css.kinds}>
        {courseKinds.map((kind) => (
          <li key={kind}>
            <Link to={`/classes/new?kind=${kind}`}>
              <b>
                <Kind of={kind} />
              </b>
              <span>{t(`classes.wizard.kind.${kind}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
