import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../parts/facts.tsx';
import { Section } from '../parts/page.tsx';
import { days, n } from '../parts/quantities.ts';
import css from './classes.module.css';
import { Moves } from './moves.tsx';
import { type ClassOf, type Outlook } from './questions.ts';

/** What the class is, what it counts, and what may become of it. */
export function Overview({ one, outlook }: { one: ClassOf; outlook: Outlook | undefined }) {
  const { t } = useTranslation();
  const { labels } = one;
  const run = one.runNumber === null ? '' : t('classes.fact.run', { run: one.runNumber });
  const facts: [string, ReactNode][] = [
    [t('classes.fact.dates'), days(one.startsOn, one.endsOn)],
    [t('classes.fact.hosts'), labels.hosts.join(t('classes.comma'))],
    ...(labels.deliveringUnit ? [[t('classes.fact.delivering'), labels.deliveringUnit] as [string, ReactNode]] : []),
    ...(labels.supportingUnits.length > 0
      ? [[t('classes.fact.supporting'), labels.supportingUnits.join(t('classes.comma'))] as [string, ReactNode]]
      : []),
    ...(labels.village ? [[t('classes.fact.village'), labels.village] as [string, ReactNode]] : []),
    ...(one.series ? [[t('classes.fact.series'), [one.series, run].filter(Boolean).join(' ')] as [string, ReactNode]] : []),
    ...(one.coreProgramme ? [[t('classes.fact.core'), t('all.yes')] as [string, ReactNode]] : []),
    ...(labels.course ? [[t('classes.fact.course'), labels.course] as [string, ReactNode]] : []),
    [t('classes.fact.delivery'), t(`domain.delivery.${one.deliveryMode}`)],
    [
      t('classes.fact.roster'),
      <>
        {t(`domain.roster.${one.roster}`)}{' '}
        <span className="note">{t(one.roster === 'open' ? 'classes.hint.rosterOpen' : 'classes.hint.rosterClosed')}</span>
      </>,
    ],
    [t('classes.sessions'), n(one.sessions)],
    [t('classes.enrolled'), n(one.enrolled)],
    [t('classes.fact.head'), labels.head],
    [t('classes.fact.contact'), one.contact],
    [t('classes.fact.code'), one.code],
  ];
  return (
    <div className={css.overview}>
      <Facts facts={facts} />
      <div>
        {outlook && <Moves one={one} outlook={outlook} />}
        {outlook && <Counted figures={outlook.figures} />}
      </div>
    </div>
  );
}

/** The measures of this class as they stand in the figures of its units. */
function Counted({ figures }: { figures: Outlook['figures'] }) {
  const { t } = useTranslation();
  const cells: [string, string][] = [
    [t('domain.measure.batches'), n(figures.batches)],
    [t('domain.measure.sessionsHeld'), n(figures.sessionsHeld)],
    [
      t('domain.measure.personTimes'),
      `${t('classes.counted.registered')} ${n(figures.registered)} + ${t('classes.counted.declared')} ${n(figures.declared)}`,
    ],
    [t('domain.measure.people'), n(figures.people)],
    [t('domain.measure.attendances'), n(figures.attendances)],
  ];
  return (
    <Section title={t('classes.counted.title')} note={t('classes.counted.note')}>
      <Facts facts={cells} />
      {(figures.unverified > 0 || figures.disputed > 0) && (
        <p className={css.person}>
          {figures.unverified > 0 && <span>{t('classes.counted.unverified', { count: figures.unverified })}</span>}
          {figures.disputed > 0 && <span>{t('classes.counted.disputed', { count: figures.disputed })}</span>}
        </p>
      )}
    </Section>
  );
}
