import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ClassOf, hasEnded } from '../classes/questions.ts';
import { useAddress } from '../parts/address.ts';
import { Listing } from '../parts/listing.tsx';
import { PaperFoot } from '../parts/paper.tsx';
import { day, listed, n } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { Heads, hours, Standing } from './heads.tsx';
import { whereabouts } from './whereabouts.ts';
import { type SessionOf, useTimetable } from './questions.ts';
import { SessionForm } from './session-form.tsx';
import css from './sessions.module.css';

/** The half-days of a class, in their order. */
export function Timetable({ one, manages }: { one: ClassOf; manages: boolean }) {
  const { t } = useTranslation();
  const { to } = useAddress();
  const list = useTimetable(one.id);
  const [isAdding, setAdding] = useState(false);
  const isOpen = manages && !hasEnded(one);
  const add = isOpen && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('sessions.add')}
    </Button>
  );
  const columns: Column<SessionOf>[] = [
    {
      key: 'date',
      title: t('sessions.date'),
      width: '190px',
      cell: (row) => (
        <Link to={to({ session: row.id })} preventScrollReset>
          {day(row.date)} {t(`domain.dayPart.${row.dayPart}`)}
        </Link>
      ),
    },
    { key: 'time', title: t('sessions.time'), cell: (row) => hours(row) || null },
    { key: 'topic', title: t('sessions.topic'), cell: (row) => <Topic row={row} classId={one.id} /> },
    { key: 'instructors', title: t('sessions.instructors'), cell: (row) => listed(row.labels.instructors) || null },
    { key: 'place', title: t('sessions.place'), cell: (row) => whereabouts(row) || null },
    { key: 'named', title: t('sessions.named'), right: true, cell: (row) => n(row.named) },
    { key: 'heads', title: t('sessions.heads'), right: true, cell: (row) => <Heads of={row.headCount} /> },
    { key: 'state', title: t('all.state'), cell: (row) => <Standing of={row} /> },
  ];
  return (
    <section aria-label={t('classes.tab.sessions')}>
      {list.rows.length > 0 && <div className={`${css.above} offPaper`}>{add}</div>}
      <Listing
        label={t('classes.tab.sessions')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        filtered={false}
        file={{
          name: `${one.name} ${t('classes.tab.sessions')}`,
          columns: [
            [t('sessions.date'), (row) => row.date],
            [t('sessions.half'), (row) => t(`domain.dayPart.${row.dayPart}`)],
            [t('sessions.time'), hours],
            [t('sessions.topic'), (row) => row.topic],
            [t('sessions.instructors'), (row) => listed(row.labels.instructors)],
            [t('sessions.place'), whereabouts],
            [t('sessions.named'), (row) => row.named],
            [t('sessions.heads'), (row) => row.headCount?.count],
            [t('sessions.verified'), (row) => row.headCount && t(row.headCount.verified ? 'all.yes' : 'all.no')],
            [t('all.state'), (row) => t(`domain.sessionState.${row.state}`)],
          ],
        }}
        empty={
          <Empty title={t('sessions.empty.title')} next={add}>
            {t('sessions.empty.hint')}
          </Empty>
        }
      />
      <PaperFoot />
      {isAdding && <SessionForm one={one} after={list.rows.at(-1)} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** What is taught; with several classes in one room, which of them leads. */
function Topic({ row, classId }: { row: SessionOf; classId: string }) {
  const { t } = useTranslation();
  const lead = row.labels.classes[row.classIds.indexOf(row.leadClassId)] ?? '';
  return (
    <span className={css.topic}>
      {row.topic}
      {row.classIds.length > 1 && (
        <span className="note">
          {' '}
          {t('sessions.joint')} · {row.leadClassId === classId ? t('sessions.leads') : t('sessions.ledBy', { name: lead })}
        </span>
      )}
    </span>
  );
}
