import { useTranslation } from 'react-i18next';
import css from './accounts.module.css';
import { type Grant } from './questions.ts';

/** What an account may do, and for which units. */
export function Grants({ of }: { of: readonly Grant[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.grants}>
      {of.map(({ bundle, unitId, unitName }) => (
        <li key={`${bundle} ${unitId}`}>
          {t(`domain.bundle.${bundle}`)} · <bdi>{unitName}</bdi>
        </li>
      ))}
    </ul>
  );
}
