import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Measure } from '#contract';
import { openingOf } from '../figures/opening.ts';
import { Facts } from '../parts/facts.tsx';
import { Section } from '../parts/page.tsx';
import { days, listed, n } from '../parts/quantities.ts';
import { useMay } from '../session/me.ts';
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
    [t('classes.fact.hosts'), listed(labels.hosts)],
    ...(labels.deliveringUnit ? [[t('classes.fact.delivering'), labels.deliveringUnit] as [string, ReactNode]] : []),
    ...(labels.supportingUnits.length > 0 ? [[t('classes.fact.supporting'), listed(labels.supportingUnits)] as [string, ReactNode]] : []),
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
    [t('classes.fact.head'), labels.head && <Head of={one} manages={outlook?.manages ?? false} />],
    [t('classes.fact.contact'), one.contact],
    [t('classes.fact.code'), one.code],
  ];
  return (
    <div className={css.overview}>
      <Facts facts={facts} />
      <div>
        {outlook && <Moves one={one} outlook={outlook} />}
        {outlook && <Counted one={one} figures={outlook.figures} />}
      </div>
    </div>
  );
}

/** Who heads the class, and the way to a code for their phone. */
function Head({ of: { id, labels }, manages }: { of: ClassOf; manages: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <span className={css.head}>
      <bdi>{labels.head}</bdi>
      {manages && may('devices.manage') && <Link to={`/classes/${id}/phone`}>{t('devices.invite.do')}</Link>}
    </span>
  );
}

/** The measures of this class as they stand in the figures of its units; each opens there to its rows, all of which are its hosts'. */
function Counted({ one, figures }: { one: ClassOf; figures: Outlook['figures'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const disputed = t('classes.counted.disputed', { count: figures.disputed });
  const number = (measure: Measure, value: number, words = n(value)): ReactNode => {
    if (!may('figures.read')) return words;
    const asked = { from: one.startsOn.slice(0, 7), to: one.endsOn.slice(0, 7), basis: 'host' };
    const said = Object.entries({ ...asked, ...openingOf({ measure, class: one.id }, value) }).filter(([, part]) => part !== undefined);
    return (
      <Link className={css.number} to={`/figures?${new URLSearchParams(said as [string, string][]).toString()}`}>
        {words}
      </Link>
    );
  };
  const cells: [string, ReactNode][] = [
    [t('domain.measure.batches'), number('batches', figures.batches)],
    [t('domain.measure.sessionsHeld'), number('sessionsHeld', figures.sessionsHeld)],
    [
      t('domain.measure.personTimes'),
      <>
        {t('classes.counted.registered')} {number('personTimes.registered', figures.registered)} + {t('classes.counted.declared')}{' '}
        {number('personTimes.declared', figures.declared)}
      </>,
    ],
    [t('domain.measure.people'), number('people', figures.people)],
    [t('domain.measure.attendances'), number('attendances', figures.attendances)],
  ];
  return (
    <Section title={t('classes.counted.title')} note={t('classes.counted.note')}>
      <Facts facts={cells} />
      {(figures.unverified > 0 || figures.disputed > 0) && (
        <p className={css.person}>
          {figures.unverified > 0 && (
            <span>{number('unverified', figures.unverified, t('classes.counted.unverified', { count: figures.unverified }))}</span>
          )}
          {figures.disputed > 0 &&
            (may('attendance.read') ? <Link to={`/classes/${one.id}?tab=attendance`}>{disputed}</Link> : <span>{disputed}</span>)}
        </p>
      )}
    </Section>
  );
}
