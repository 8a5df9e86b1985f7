import { useTranslation } from 'react-i18next';
import css from './figures.module.css';
import { Open } from './open-number.tsx';
import { type Opening } from './opening.ts';

export interface Summand {
  name: string;
  value: number;
  at: Opening;
}

/** What a number adds up from, each open further down. */
export function Summands({ of }: { of: readonly Summand[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={css.subhead}>{t('figures.line.parts')}</h3>
      <dl className={css.whys}>
        {of.map(({ name, value, at }) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} n`}>
            <Open at={at} value={value} />
          </dd>,
        ])}
      </dl>
    </>
  );
}
