import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CourseKind } from '#contract';
import { Section } from '../parts/page.tsx';
import { cx } from '../parts/class-names.ts';
import { day, listed } from '../parts/quantities.ts';
import { hours } from '../sessions/heads.tsx';
import { type Exceptions, halfDayOf, heldOf, type Lesson, mostLessons } from './draft.ts';
import { OneRoute } from './pickers.tsx';
import { seenName } from './seen.ts';
import css from './wizard.module.css';

interface Props {
  kind: CourseKind;
  lessons: readonly Lesson[];
  exceptions: Exceptions;
  onChange: (exceptions: Exceptions) => void;
}

/** When, where and by whom it is taught: answers of an earlier class that are not asked for here are seen all the same. */
function asideOf({ startsAt, endsAt, site, place, instructors, topic }: Lesson): string {
  const at = seenName('site', site);
  const names = listed(instructors.flatMap((id) => seenName('instructor', id) ?? []));
  return [hours({ startsAt: startsAt ?? null, endsAt: endsAt ?? null }), at === topic ? '' : at, place, names].filter(Boolean).join(' · ');
}

/** The timetable that comes with the class, half-day by half-day: any can be left out, and take another route. */
export function Preview({ kind, lessons, exceptions, onChange }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<string>();
  const { skipped, routes } = exceptions;
  const held = heldOf(lessons, exceptions).length;
  const toggle = (half: string): void => {
    const next = new Set(skipped);
    if (!next.delete(half)) next.add(half);
    onChange({ ...exceptions, skipped: next });
  };
  const reroute = (half: string, route: string | null): void => {
    const others = Object.fromEntries(Object.entries(routes).filter(([key]) => key !== half));
    onChange({ ...exceptions, routes: route === null ? others : { ...others, [half]: route } });
    setChanging(undefined);
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
        {lessons.slice(0, mostLessons).map((lesson) => {
          const half = halfDayOf(lesson);
          const isSkipped = skipped.has(half);
          const aside = asideOf(lesson);
          return (
            <li key={half} className={cx(isSkipped && css.skipped)}>
              <span className={css.when}>
                {day(lesson.date)} {t(`domain.dayPart.${lesson.dayPart}`)}
              </span>
              <span className={css.what}>
                {lesson.topic}
                {kind === 'practical' && lesson.route !== null && seenName('route', lesson.route) !== lesson.topic && (
                  <span className="note"> {seenName('route', lesson.route)}</span>
                )}
                {aside && <span className="note"> {aside}</span>}
                {changing === half && (
                  <OneRoute placeholder={t('classes.wizard.route')} value={lesson.route} onChange={(route) => reroute(half, route)} />
                )}
              </span>
              <span className={css.does}>
                {kind === 'practical' && !isSkipped && (
                  <button type="button" onClick={() => setChanging(changing === half ? undefined : half)}>
                    {t('classes.wizard.otherRoute')}
                  </button>
                )}
                <button type="button" onClick={() => toggle(half)}>
                  {t(isSkipped ? 'classes.wizard.restore' : 'classes.wizard.skip')}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
