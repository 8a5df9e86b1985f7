import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Shown } from '../../api/client.ts';
import { Kind } from '../parts/kind.tsx';
import { Listing } from '../parts/listing.tsx';
import { Section } from '../parts/page.tsx';
import { useListed } from '../parts/pages-of.ts';
import { day, days, n } from '../parts/quantities.ts';
import { type Column } from '../parts/table.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { trainingOf } from './questions.ts';

type TrainedIn = Shown<'TrainedInView'>;

/** The classes of somebody and what they attended. */
export function Training({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const list = useListed(trainingOf(id));
  const columns: Column<TrainedIn>[] = [
    { key: 'class', title: t('people.training.class'), cell: (row) => <Link to={`/classes/${row.classId}`}>{row.className}</Link> },
    { key: 'kind', title: t('all.kind'), cell: ({ kind }) => <Kind of={kind} /> },
    { key: 'state', title: t('all.state'), cell: ({ state }) => t(`domain.classState.${state}`) },
    {
      key: 'enrolled',
      title: t('people.training.enrolled'),
      cell: ({ enrolledOn }) =>
        enrolledOn ? day(enrolledOn, { weekday: false }) : <span className="soft">{t('people.training.open')}</span>,
    },
    { key: 'dates', title: t('people.training.dates'), cell: ({ firstOn, lastOn }) => firstOn && days(firstOn, lastOn ?? firstOn) },
    { key: 'attended', title: t('people.training.attended'), right: true, cell: ({ attended }) => n(attended) },
  ];
  return (
    <Section
      title={t('people.training.title')}
      note={t('people.training.note')}
      tools={
        <TakeList
          name={`${name} ${t('people.training.title')}`}
          list={list}
          columns={[
            [t('people.training.class'), ({ className }) => className],
            [t('all.kind'), ({ kind }) => t(`domain.kind.${kind}`)],
            [t('all.state'), ({ state }) => t(`domain.classState.${state}`)],
            [t('people.training.enrolled'), ({ enrolledOn }) => enrolledOn],
            [t('people.training.rosterNo'), ({ rosterNo }) => rosterNo],
            [t('people.training.attended'), ({ attended }) => attended],
            [t('people.positions.from'), ({ firstOn }) => firstOn],
            [t('people.positions.to'), ({ lastOn }) => lastOn],
          ]}
        />
      }
    >
      <Listing
        label={t('people.training.title')}
        list={list}
        columns={columns}
        rowKey={({ classId }) => classId}
        filtered={false}
        empty={<p className="soft">{t('people.training.none')}</p>}
      />
    </Section>
  );
}
