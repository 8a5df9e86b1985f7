import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DayPart, dayParts } from '#contract';
import { api, type Shown, told } from '../../api/client.ts';
import { cx } from '../parts/class-names.ts';
import { Kind } from '../parts/kind.tsx';
import { Section } from '../parts/page.tsx';
import { day, days, n } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/me.ts';
import { whereabouts } from '../sessions/whereabouts.ts';
import css from './home.module.css';

type Session = Shown<'SessionView'>;
const limit = 100;

/** Monday to Sunday of the week of a date. */
export function weekOf(date: string): { from: string; to: string } {
  const at = Date.parse(`${date}T00:00:00Z`);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000;
  const text = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { from: text(monday), to: text(monday + 6 * 86_400_000) };
}

/** Sessions in the order in which they take place. */
export const inTime = <One extends { date: string; dayPart: DayPart }>(sessions: readonly One[]): One[] =>
  [...sessions].sort((a, b) => a.date.localeCompare(b.date) || dayParts.indexOf(a.dayPart) - dayParts.indexOf(b.dayPart));

/** Day and part of the day, with a mark on today. */
export function When({ of: { date, dayPart }, today }: { of: { date: string; dayPart: DayPart }; today: string }) {
  const { t } = useTranslation();
  return (
    <span className={css.date}>
      {day(date, { year: false })} {t(`domain.dayPart.${dayPart}`)}
      {date === today && <span className={css.today}>{t('home.week.today')}</span>}
    </span>
  );
}

/** Who came, open to the class's sheet; of what is still ahead there is nothing to say, and what is over with nobody stands out. */
function Came({ of: one, today }: { of: Session; today: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { named, headCount, date } = one;
  const words = (
    <>
      {(named > 0 || headCount === null) && t('home.week.named', { n: n(named) })}
      {named > 0 && headCount && ' · '}
      {headCount && (
        <span className={cx(!headCount.verified && css.waits)}>
          {t('home.week.heads', { n: n(headCount.count) })}
          {!headCount.verified && ` ${t('home.week.unverified')}`}
        </span>
      )}
    </>
  );
  if (named === 0 && headCount === null) {
    if (date > today) return <span className="soft">{n(null)}</span>;
    if (date === today) return <span className="soft">{t('home.week.nobodyYet')}</span>;
  }
  const isMissed = named === 0 && headCount === null;
  const to = may('attendance.read') ? `/classes/${one.leadClassId}?tab=attendance` : `/classes/${one.leadClassId}?session=${one.id}`;
  return (
    <Link className={cx(css.number, isMissed && css.waits)} to={to}>
      {isMissed ? t('home.week.nobody') : words}
    </Link>
  );
}

export function Week({ today }: { today: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const week = weekOf(today);
  const asked = useQuery({
    queryKey: ['sessions', 'week', week],
    queryFn: () => told(api.GET('/v1/sessions', { params: { query: { ...week, limit } } })),
  });
  const rows = inTime(asked.data?.items ?? []);
  const columns: Column<Session>[] = [
    {
      key: 'time',
      title: t('home.week.time'),
      width: '22%',
      cell: (one) => <When of={one} today={today} />,
    },
    { key: 'kind', title: t('all.kind'), width: '12%', cell: (one) => <Kind of={one.kind} /> },
    {
      key: 'topic',
      title: t('home.week.topic'),
      cell: (one) => (
        <Link className={cx(one.state !== 'scheduled' && css.off)} to={`/classes/${one.leadClassId}?session=${one.id}`}>
          {one.topic}
        </Link>
      ),
    },
    { key: 'place', title: t('home.week.place'), cell: (one) => whereabouts(one) || null },
    {
      key: 'attendance',
      title: t('home.week.attendance'),
      right: true,
      cell: (one) => (one.state !== 'scheduled' ? t(`domain.sessionState.${one.state}`) : <Came of={one} today={today} />),
    },
  ];
  return (
    <Section title={t('home.week.title')} note={days(week.from, week.to)}>
      {asked.isPending && <Skeleton />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && (
        <Empty title={t('home.week.none')} next={may('classes.manage') && <Link to="/classes">{t('home.week.plan')}</Link>} />
      )}
      {rows.length > 0 && <Table label={t('home.week.title')} columns={columns} rows={rows} rowKey={(one) => one.id} />}
      {asked.data?.nextCursor && <p className="note">{t('home.week.more', { n: limit })}</p>}
    </Section>
  );
}
