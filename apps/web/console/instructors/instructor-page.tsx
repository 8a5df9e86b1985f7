import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Shown } from '../../api/client.ts';
import { useAddress } from '../parts/address.ts';
import { HistorySection } from '../history/history.tsx';
import { historyOf } from '../history/questions.ts';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { Kind } from '../parts/kind.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Listing } from '../parts/listing.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useListed } from '../parts/pages-of.ts';
import { shanghaiToday } from '../parts/now.ts';
import { day, listed, n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { useAbout } from '../session/about.ts';
import { useMay } from '../session/me.ts';
import { EditInstructor } from './instructor-form.tsx';
import { type Instructor, taughtBy, useInstructor } from './questions.ts';

export function InstructorPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const instructor = useInstructor(id);
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { year, isKnown } = useYear();
  useAskedAhead(may('classes.read') && isKnown && taughtBy(id, year), historyOf({ of: 'instructor', id }));
  const crumb = <Link to="/instructors">{t('instructors.title')}</Link>;
  const known = instructor.data;
  if (!known)
    return (
      <Page title={t('instructors.title')} crumb={crumb}>
        {instructor.isError ? <Fault problem={instructor.error} again={() => void instructor.refetch()} /> : <Skeleton rows={8} />}
      </Page>
    );
  return (
    <Page
      title={known.name}
      crumb={crumb}
      actions={
        <>
          {may('devices.manage') && <LinkButton to={`/instructors/${id}/phone`}>{t('devices.invite.do')}</LinkButton>}
          {may('catalogue.manage') && (
            <Button type="primary" onClick={() => setEditing(true)}>
              {t('all.edit')}
            </Button>
          )}
        </>
      }
    >
      <Section title={t('instructors.facts')} tools={<button onClick={() => window.print()}>{t('all.print')}</button>}>
        <Facts
          facts={[
            [t('instructors.engagement'), t(`domain.engagement.${known.engagement}`)],
            [t('instructors.tags'), listed(known.tags.map((tag) => t(`domain.tag.${tag}`)))],
            [t('instructors.jobTitle'), known.title],
            [t('instructors.organisation'), known.organisation],
            [t('instructors.specialty'), known.specialty],
            [t('instructors.unit'), <Link to={`/units/${known.unitId}`}>{known.unit}</Link>],
            [t('instructors.person'), known.personId && may('people.read') && <Link to={`/people/${known.personId}`}>{known.name}</Link>],
            [t('all.code'), known.code],
          ]}
        />
      </Section>
      {may('classes.read') && <Taught instructor={known} />}
      <HistorySection of="instructor" id={known.id} />
      {editing && <EditInstructor instructor={known} onClose={() => setEditing(false)} />}
    </Page>
  );
}

type Session = Shown<'SessionView'>;

/** The year in the address, or the one that this county's figures open with; none where all years are wanted. */
function useYear(): { year: string | undefined; isKnown: boolean } {
  const about = useAbout().data;
  const asked = useAddress().get('year');
  return { year: asked === 'all' ? undefined : (asked ?? (about && String(about.year))), isKnown: about !== undefined };
}

function Taught({ instructor }: { instructor: Instructor }) {
  const { t } = useTranslation();
  const { set } = useAddress();
  const { year, isKnown } = useYear();
  const list = useListed(taughtBy(instructor.id, year), isKnown);
  const thisYear = Number(shanghaiToday().slice(0, 4));
  const years = Array.from({ length: Math.max(1, thisYear - 2018) }, (_, i) => String(thisYear - i));
  const heads = ({ headCount }: Session): string | null =>
    headCount && `${n(headCount.count)}${headCount.verified ? '' : ` ${t('instructors.unverified')}`}`;
  const columns: Column<Session>[] = [
    { key: 'date', title: t('instructors.date'), cell: ({ date, dayPart }) => `${day(date)} ${t(`domain.dayPart.${dayPart}`)}` },
    { key: 'topic', title: t('instructors.topic'), cell: (one) => <Link to={`/sessions/${one.id}`}>{one.topic}</Link> },
    { key: 'kind', title: t('all.kind'), cell: ({ kind }) => <Kind of={kind} /> },
    { key: 'state', title: t('all.state'), cell: ({ state }) => t(`domain.sessionState.${state}`) },
    { key: 'named', title: t('instructors.named'), right: true, cell: ({ named }) => n(named) },
    { key: 'heads', title: t('instructors.heads'), right: true, cell: heads },
  ];
  return (
    <Section
      title={t('instructors.sessions')}
      note={t('instructors.sessionsNote')}
      tools={
        <>
          <Select
            size="small"
            aria-label={t('instructors.year')}
            style={{ width: 110 }}
            value={year ?? 'all'}
            options={[{ value: 'all', label: t('instructors.allYears') }, ...years.map((one) => ({ value: one, label: one }))]}
            onChange={(chosen: string) => set({ year: chosen })}
          />
          <TakeList
            name={`${instructor.name} ${t('instructors.sessions')}`}
            list={list}
            columns={[
              [t('instructors.date'), ({ date }) => date],
              [t('instructors.halfDay'), ({ dayPart }) => t(`domain.dayPart.${dayPart}`)],
              [t('instructors.topic'), ({ topic }) => topic],
              [t('all.kind'), ({ kind }) => t(`domain.kind.${kind}`)],
              [t('all.state'), ({ state }) => t(`domain.sessionState.${state}`)],
              [t('instructors.named'), ({ named }) => named],
              [t('instructors.heads'), ({ headCount }) => headCount?.count],
            ]}
          />
        </>
      }
    >
      <Listing
        label={t('instructors.sessions')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={false}
        empty={<p className="soft">{t('instructors.noSessions')}</p>}
      />
    </Section>
  );
}
