import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DayPart } from '#contract';
import { day } from '../parts/quantities.ts';
import css from './waiting.module.css';

/** Which half-day of which class; the class opens. */
export function SessionOf({ of }: { of: { date: string; dayPart: DayPart; topic: string; classId: string; className: string } }) {
  const { t } = useTranslation();
  return (
    <div className={css.stack}>
      {day(of.date)} {t(`domain.dayPart.${of.dayPart}`)} · {of.topic}
      <Link className={css.sub} to={`/classes/${of.classId}/attendance`}>
        {of.className}
      </Link>
    </div>
  );
}
