import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CourseKind } from '#contract';
import { Section } from '../parts/page.tsx';
import { cx } from '../parts/class-names.ts';
import { day } from '../parts/quantities.ts';
import { type Exceptions, type Lesson, mostLessons } from './draft.ts';
import { OneRoute } from './pickers.tsx';
import { seenName } from './seen.ts';
import css from './wizard.module.css';

interface Props {
  kind: CourseKind;
  lessons: readonly Lesson[];
  exceptions: Exceptions;
  onChange: (exceptions: Exceptions) => void;
}

/** The timetable that comes with the class, half-day by half-day: any can be left out, and take another route. */
export function Preview({ kind, lessons, exceptions, onChange }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<number>();
  const { skipped, routes } = exceptions;
  const held = lessons.filter((_, place) => !skipped.has(place)).length;
  const toggle = (place: number): void => {
    const next = new Set(skipped);
    if (!next.delete(place)) next.add(place);
    onChange({ ...exceptions, skipped: next });
  };
  return (
    <Section title={t('classes.wizard.preview')} note={lessons.length > 0 && t('classes.wizard.previewCount', { count: held })}>
      {lessons.length === 0 && <p className="soft">{t('classes.wizard.previewEmpty')}</p>}
      {held > mostLessons && (
        <p role="alert" className={css.tooLong}>
          {t('classes.wizard.tooLong')}
        </p>
      )}
      <ol className={css.lessons}>
        {lessons.slice(0, mostLessons).map((lesson, place) => (
          <li key={`${lesson.date} ${lesson.dayPart}`} className={cx(skipped.has(place) && css.skipped)}>
            <span className={css.when}>
              {day(lesson.date)} {t(`domain.dayPart.${lesson.dayPart}`)}
            </span>
            <span className={css.what}>
              {lesson.topic}
              {kind === 'practical' && lesson.route !== null && seenName('route', lesson.route) !== lesson.topic && (
                <span className="note"> {seenName('route', lesson.route)}</span>
              )}
              {changing === place && (
                <OneRoute
                  placeholder={t('classes.wizard.route')}
                  value={lesson.route}
                  onChange={(route) => {
                    const others = Object.fromEntries(Object.entries(routes).filter(([key]) => key !== String(place)));
                    onChange({ ...exceptions, routes: route === null ? others : { ...others, [place]: route } });
                    setChanging(undefined);
                  }}
                />
              )}
            </span>
            <span className={css.does}>
              {kind === 'practical' && !skipped.has(place) && (
                <button type="button" onClick={() => setChanging(changing === place ? undefined : place)}>
                  {t('classes.wizard.otherRoute')}
                </button>
              )}
              <button type="button" onClick={() => toggle(place)}>
                {t(skipped.has(place) ? 'classes.wizard.restore' : 'classes.wizard.skip')}
              </button>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
