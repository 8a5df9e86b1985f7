import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type ClassOf, useClass } from '../classes/questions.ts';
import { useAddress } from '../parts/address.ts';
import { Page } from '../parts/page.tsx';
import { day, listed } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { hours } from '../sessions/heads.tsx';
import { whereabouts } from '../sessions/whereabouts.ts';
import { type SessionOf, useTimetable } from '../sessions/questions.ts';
import { type Line, useRoster } from './questions.ts';
import css from './sign-in-paper.module.css';

/** The sheet that people sign, on A4: for one session, with everybody on the roster and rows for whoever comes besides. */
export function SignInPaper() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { get, set } = useAddress();
  const one = useClass(id);
  const sessions = useTimetable(id);
  const roster = useRoster(id);
  const [blank, setBlank] = useState<number | null>(null);
  const failed = [one, sessions, roster].find((asked) => asked.isError);
  const again = (): void => [one, sessions, roster].forEach((asked) => void asked.refetch());
  const standing = sessions.rows.filter((row) => row.state === 'scheduled');
  const session = standing.find((row) => row.id === get('session')) ?? standing[0];
  const people = roster.data?.people;
  // An open roster is a guess: there is room for twenty more.
  const empty = blank ?? (one.data?.roster === 'open' ? 20 : 0);
  return (
    <Page
      title={t('roster.paper.title')}
      crumb={<Link to={`/classes/${id}?tab=roster`}>{one.data?.name ?? t('roster.paper.back')}</Link>}
      actions={
        session && (
          <Button type="primary" onClick={() => window.print()}>
            {t('roster.paper.print')}
          </Button>
        )
      }
    >
      {failed && <Fault problem={failed.error} again={again} />}
      {!failed && (one.isPending || sessions.isPending || roster.isPending) && <Skeleton rows={10} />}
      {sessions.data && !session && (
        <Empty title={t('roster.paper.noSession')} next={<Link to={`/classes/${id}?tab=sessions`}>{t('roster.paper.toSessions')}</Link>} />
      )}
      {one.data && people && session && (
        <>
          <div className={`${css.bar} offPaper`}>
            <Select
              aria-label={t('roster.paper.pick')}
              style={{ width: 360, maxWidth: '100%' }}
              value={session.id}
              onChange={(chosen: string) => set({ session: chosen })}
              options={standing.map((row) => ({
                value: row.id,
                label: `${day(row.date)} ${t(`domain.dayPart.${row.dayPart}`)} · ${row.topic}`,
              }))}
            />
            <label>
              {t('roster.paper.blank')}
              <InputNumber min={0} max={200} precision={0} value={empty} onChange={(value) => setBlank(value ?? 0)} />
              <span className="note">{t('roster.paper.blankHint')}</span>
            </label>
          </div>
          <Paper one={one.data} session={session} people={people} blank={empty} />
        </>
      )}
    </Page>
  );
}

function Paper({ one, session, people, blank }: { one: ClassOf; session: SessionOf; people: readonly Line[]; blank: number }) {
  const { t } = useTranslation();
  const rows: (Line | undefined)[] = [...people, ...Array<undefined>(blank).fill(undefined)];
  const when = [day(session.date), t(`domain.dayPart.${session.dayPart}`), hours(session)].filter(Boolean).join(' ');
  const said = [
    [t('roster.paper.date'), when],
    [t('roster.paper.place'), whereabouts(session)],
    [t('roster.paper.topic'), session.topic],
    [t('roster.paper.instructors'), listed(session.labels.instructors)],
  ].filter(([, value]) => value);
  return (
    <article className={css.paper}>
      <h2>{t('roster.paper.heading', { name: one.name })}</h2>
      <dl>
        {said.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th className={css.narrow}>{t('roster.paper.row')}</th>
            <th className={css.name}>{t('roster.paper.name')}</th>
            <th>{t('roster.paper.unit')}</th>
            <th className={css.signature}>{t('roster.paper.signature')}</th>
            <th className={css.remark}>{t('roster.paper.note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line, place) => (
            // Places of empty rows are all that tells them apart.
            <tr key={line?.id ?? `empty ${place}`}>
              <td className={css.narrow}>{line?.rosterNo ?? place + 1}</td>
              <td>{line?.name}</td>
              <td>{line?.unit}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.foot}>
        <p>
          <span>{t('roster.paper.should', { count: people.length })}</span>
          <span className={css.keep}>{t('roster.paper.came')}</span>
          <span className={css.keep}>{t('roster.paper.on')}</span>
        </p>
        <p className={css.signed}>
          {(['prepared', 'checked', 'responsible'] as const).map((who) => (
            <span key={who}>
              {t(`roster.paper.${who}`)}
              <i />
            </span>
          ))}
        </p>
      </div>
    </article>
  );
}
