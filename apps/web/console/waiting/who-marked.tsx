import { useTranslation } from 'react-i18next';
import { type Mark } from './questions.ts';
import css from './waiting.module.css';

/** The person of a mark, the stranger as they were named, or that the person has moved away. */
export function WhoMarked({ mark }: { mark: Mark }) {
  const { t } = useTranslation();
  const { person, walkIn } = mark;
  if (person && 'name' in person && person.name)
    return (
      <div className={css.stack}>
        <bdi>{person.name}</bdi>
        <span className={css.sub}>{[person.unit, person.last4].filter(Boolean).join(' ·')}</span>
        {walkIn && <span className={css.sub}>{t('waiting.marks.namedAs', { name: walkIn.name })}</span>}
      </div>
    );
  if (walkIn)
    return (
      <div className={css.stack}>
        <bdi>{walkIn.name}</bdi>
        <span className={css.sub}>{[t('waiting.marks.walkIn'), walkIn.village, walkIn.phoneTail].filter(Boolean).join(' ·')}</span>
      </div>
    );
  return <span className="soft">{t('waiting.marks.movedAway')}</span>;
}
