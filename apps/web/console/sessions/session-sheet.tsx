import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ClassOf, hasEnded, useChanged } from '../classes/questions.ts';
import { useAddress } from '../parts/address.ts';
import { Facts } from '../parts/facts.tsx';
import { shanghaiToday } from '../parts/now.ts';
import { day, listed, n } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton, useSaid } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import { Heads, hours, Standing } from './heads.tsx';
import { Photos } from './photos.tsx';
import { whereabouts } from './whereabouts.ts';
import { type SessionOf, useSession } from './questions.ts';
import { SessionForm } from './session-form.tsx';
import { Stops } from './stops.tsx';
import { becomes } from './becomes.ts';
import { VoidSession } from './void-session.tsx';
import css from './sessions.module.css';
import { ViewingPoints } from './viewing-points.tsx';

/** The session that the address says is open, over its class. */
export function OpenSession({ id, one, manages }: { id: string; one: ClassOf; manages: boolean }) {
  const { t } = useTranslation();
  const { set } = useAddress();
  const asked = useSession(id);
  const close = (): void => set({ session: undefined });
  if (asked.data) return <Inside session={asked.data} one={one} manages={manages} onClose={close} />;
  return (
    <Sheet title={t('sessions.loading')} onClose={close}>
      {asked.isError ? <Fault problem={asked.error} again={() => void asked.refetch()} /> : <Skeleton />}
    </Sheet>
  );
}

function Inside({ session, one, manages, onClose }: { session: SessionOf; one: ClassOf; manages: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { labels } = session;
  const lead = labels.classes[session.classIds.indexOf(session.leadClassId)];
  const hasHall = may('attendance.settle') && session.state === 'scheduled' && !hasEnded(one) && session.date >= shanghaiToday();
  const line = (label: string, value: ReactNode): [string, ReactNode][] => (value ? [[label, value]] : []);
  const facts: [string, ReactNode][] = [
    [t('sessions.date'), [day(session.date), t(`domain.dayPart.${session.dayPart}`), hours(session)].filter(Boolean).join(' ')],
    [t('all.state'), <Standing key="state" of={session} />],
    [t('sessions.instructors'), listed(labels.instructors)],
    [t('sessions.place'), whereabouts(session)],
    ...line(t('sessions.stops'), labels.stops.length > 0 && <Stops key="stops" of={session} />),
    ...line(t('sessions.course'), labels.course),
    ...line(t('sessions.forUnit'), labels.forUnit),
    ...(session.classIds.length > 1
      ? [
          [
            t('sessions.joint'),
            <ul key="joint">
              {session.classIds.map((id, place) => (
                <li key={id}>
                  <Link to={`/classes/${id}?tab=sessions`}>{labels.classes[place]}</Link>
                </li>
              ))}
            </ul>,
          ] as [string, ReactNode],
          [t('sessions.lead'), lead] as [string, ReactNode],
        ]
      : []),
    [t('sessions.named'), n(session.named)],
    [t('sessions.heads'), <Heads key="heads" of={session.headCount} />],
  ];
  return (
    <Sheet title={session.topic} onClose={onClose} wide>
      <Facts facts={facts} />
      {manages && <Doing session={session} one={one} />}
      <p className={css.links} hidden={!may('attendance.read')}>
        <Link to={`/classes/${one.id}/sheet?session=${session.id}`}>{t('sessions.sheet')}</Link>
        <Link to={`/classes/${one.id}?tab=attendance`}>{t('sessions.attendance')}</Link>
        <Link to={`/classes/${one.id}?tab=attendance&paper=${session.id}`}>{t('sessions.paper')}</Link>
        {hasHall && <Link to={`/sessions/${session.id}/hall`}>{t('sessions.hall.open')}</Link>}
      </p>
      {(one.deliveryMode === 'live' || session.viewingPoints.length > 0) && (
        <ViewingPoints session={session} isOpen={manages && session.state === 'scheduled' && !hasEnded(one)} />
      )}
      {may('attendance.read') && <Photos sessionId={session.id} />}
    </Sheet>
  );
}

/** What may be done with it. What was taught in a closed class stays, but for a sheet that was false. */
function Doing({ session, one }: { session: SessionOf; one: ClassOf }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const changed = useChanged();
  const [open, setOpen] = useState<'edit' | 'void'>();
  const [going, setGoing] = useState(false);
  const isEnded = hasEnded(one);
  const go = async (to: 'cancelled' | 'scheduled'): Promise<void> => {
    setGoing(true);
    try {
      await becomes(session, to);
      void message.success(t('all.saved'));
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setGoing(false);
      changed();
    }
  };
  return (
    <>
      <div className={css.doing}>
        {!isEnded && session.state === 'scheduled' && <Button onClick={() => setOpen('edit')}>{t('all.edit')}</Button>}
        {!isEnded && session.next.includes('cancelled') && (
          <Button loading={going} onClick={() => void go('cancelled')}>
            {t('sessions.cancel')}
          </Button>
        )}
        {!isEnded && session.next.includes('scheduled') && (
          <Button loading={going} onClick={() => void go('scheduled')}>
            {t('sessions.restore')}
          </Button>
        )}
        {session.next.includes('void') && (
          <Button danger onClick={() => setOpen('void')}>
            {t('sessions.voidIt')}
          </Button>
        )}
      </div>
      {!isEnded && session.next.includes('cancelled') && <p className="note">{t('sessions.cancelSays')}</p>}
      {open === 'edit' && <SessionForm one={one} session={session} onClose={() => setOpen(undefined)} />}
      {open === 'void' && <VoidSession session={session} onClose={() => setOpen(undefined)} />}
    </>
  );
}
