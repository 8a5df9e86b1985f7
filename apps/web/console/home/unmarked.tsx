import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Shown, told } from '../../api/client.ts';
import { Kind } from '../parts/kind.tsx';
import { Listing } from '../parts/listing.tsx';
import { usePagesOf } from '../parts/pages-of.ts';
import { day } from '../parts/quantities.ts';
import { type Column } from '../parts/table.tsx';
import { whereabouts } from '../sessions/whereabouts.ts';

type Session = Shown<'SessionView'>;

/** Sessions that are over and of which neither marks nor heads came in, each with the way to mark it. */
export function Unmarked() {
  const { t } = useTranslation();
  const list = usePagesOf<Session>(['sessions', 'unmarked'], (cursor) =>
    told(api.GET('/v1/sessions', { params: { query: { unmarked: true, limit: 50, cursor } } })),
  );
  const when = (one: Session): string => `${day(one.date)} ${t(`domain.dayPart.${one.dayPart}`)}`;
  const columns: Column<Session>[] = [
    {
      key: 'topic',
      title: t('home.week.topic'),
      cell: (one) => <Link to={`/classes/${one.leadClassId}?session=${one.id}`}>{one.topic}</Link>,
    },
    { key: 'time', title: t('home.week.time'), cell: when },
    { key: 'kind', title: t('all.kind'), cell: (one) => <Kind of={one.kind} /> },
    { key: 'class', title: t('home.undone.class'), cell: (one) => one.labels.classes[one.classIds.indexOf(one.leadClassId)] },
    { key: 'place', title: t('home.week.place'), cell: whereabouts },
    {
      key: 'do',
      title: t('home.undone.do'),
      offPaper: true,
      cell: (one) => <Link to={`/classes/${one.leadClassId}?tab=attendance&paper=${one.id}`}>{t('home.undone.enter')}</Link>,
    },
  ];
  return (
    <Listing
      label={t('home.undone.unmarked')}
      list={list}
      columns={columns}
      rowKey={(one) => one.id}
      filtered={false}
      empty={<p className="soft">{t('home.waiting.none')}</p>}
      file={{
        name: t('home.undone.unmarked'),
        columns: [
          [t('all.date'), (one) => one.date],
          [t('home.week.time'), (one) => t(`domain.dayPart.${one.dayPart}`)],
          [t('home.week.topic'), (one) => one.topic],
          [t('home.undone.class'), (one) => one.labels.classes[one.classIds.indexOf(one.leadClassId)]],
          [t('home.week.place'), whereabouts],
        ],
      }}
    />
  );
}
