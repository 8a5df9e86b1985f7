import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Kind } from '../parts/kind.tsx';
import { Page } from '../parts/page.tsx';
import { days } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Problem } from '../../api/client.ts';
import { useMay } from '../session/me.ts';
import css from './classes.module.css';
import { EditClass } from './edit-class.tsx';
import { Overview } from './overview.tsx';
import { type ClassOf, hasEnded, type Outlook, useClass, useOutlook } from './questions.ts';
import { StateOfClass } from './state.tsx';
import { programs, tabIn, type Tab, tabs, useOpenedAhead, useTabs } from './tabs.ts';

const Timetable = lazy(async () => ({ default: (await programs.sessions()).Timetable }));
const Roster = lazy(async () => ({ default: (await programs.roster()).Roster }));
const AttendanceTab = lazy(async () => ({ default: (await programs.attendance()).AttendanceTab }));
const History = lazy(async () => ({ default: (await programs.history()).History }));
const OpenSession = lazy(async () => ({ default: (await programs.session()).OpenSession }));

/** A class: what it is, its timetable, its people, who came. A session of it may be open over any of these. */
export function ClassPage() {
  const { t } = useTranslation();
  const { id = '', part } = useParams();
  const { get, to } = useAddress();
  const asked = useClass(id);
  const outlook = useOutlook(id);
  useOpenedAhead(id, { tab: part ?? get('tab'), session: get('session'), paper: get('paper') });
  // `/classes/12/attendance` says it too.
  if (part !== undefined) return <Navigate to={`/classes/${id}${to({ tab: part })}`} replace />;
  if (asked.data) return <Inside key={id} one={asked.data} outlook={outlook.data} />;
  if (asked.isPending) return <Skeleton rows={10} />;
  const isAbsent = asked.error instanceof Problem && asked.error.status === 404;
  return (
    <Page title={t('classes.title')} crumb={<Link to="/classes">{t('classes.title')}</Link>}>
      {isAbsent ? (
        <Empty title={t('all.fault.notFound')} next={<Link to="/classes">{t('classes.title')}</Link>} />
      ) : (
        <Fault problem={asked.error} again={() => void asked.refetch()} />
      )}
    </Page>
  );
}

function Inside({ one, outlook }: { one: ClassOf; outlook: Outlook | undefined }) {
  const { t } = useTranslation();
  const may = useMay();
  const { get } = useAddress();
  const [isEditing, setEditing] = useState(false);
  // The tab that stands open stays when the right to it goes meanwhile: what was refused there is still to be read.
  const [opened, setOpened] = useState<Tab>();
  const allowed = useTabs();
  const shown = tabs.filter((tab) => tab === opened || allowed.includes(tab));
  const tab = tabIn(shown, get('tab'));
  if (tab !== opened) setOpened(tab);
  const manages = outlook?.manages ?? false;
  const session = get('session');
  return (
    <Page
      title={one.name}
      crumb={<Link to="/classes">{t('classes.title')}</Link>}
      actions={
        may('classes.manage') && (
          <>
            <LinkButton to={`/classes/new?kind=${one.kind}&copy=${one.id}`}>{t('classes.again')}</LinkButton>
            {manages && !hasEnded(one) && <Button onClick={() => setEditing(true)}>{t('all.edit')}</Button>}
          </>
        )
      }
    >
      <p className={css.under}>
        <Kind of={one.kind} />
        <span>{days(one.startsOn, one.endsOn)}</span>
        <StateOfClass state={one.state} />
        {one.code !== null && <span className="soft">{one.code}</span>}
      </p>
      <Tabs label={t('classes.tab.label')} open={tab} tabs={shown.map((name) => [name, t(`classes.tab.${name}`)] as const)} />
      <Suspense fallback={<Skeleton rows={8} />}>
        {tab === 'overview' && <Overview one={one} outlook={outlook} />}
        {tab === 'sessions' && <Timetable one={one} manages={manages} />}
        {tab === 'roster' && <Roster one={one} manages={manages && may('rosters.manage')} />}
        {tab === 'attendance' && <AttendanceTab classId={one.id} />}
        {tab === 'history' && <History of="class" id={one.id} />}
        {session !== undefined && <OpenSession key={session} id={session} one={one} manages={manages} />}
      </Suspense>
      {isEditing && <EditClass one={one} onClose={() => setEditing(false)} />}
    </Page>
  );
}
