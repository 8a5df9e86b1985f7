import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistorySection } from '../history/history.tsx';
import { historyOf } from '../history/questions.ts';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { Page, Section } from '../parts/page.tsx';
import { day } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import { Hidden } from './hidden-number.tsx';
import { Moves } from './moves.tsx';
import css from './people.module.css';
import { EditPerson } from './person-form.tsx';
import { Positions } from './positions.tsx';
import { mergedInto, type Person, trainingOf, twinsOf, usePerson } from './questions.ts';
import { Training } from './training.tsx';
import { TakeBack, Twins } from './twins.tsx';

/** All that is known of somebody. */
export function PersonPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const person = usePerson(id);
  const seesTwins = useMay()('people.manage', 'people.merge');
  useAskedAhead(trainingOf(id), historyOf({ of: 'person', id }), seesTwins && twinsOf(id), seesTwins && mergedInto(id));
  const crumb = <Link to="/people">{t('people.title')}</Link>;
  if (person.data) return <Known key={id} person={person.data} />;
  return (
    <Page title={t('people.title')} crumb={crumb}>
      {person.isError ? <Fault problem={person.error} again={() => void person.refetch()} /> : <Skeleton rows={10} />}
    </Page>
  );
}

function Known({ person }: { person: Person }) {
  const { t } = useTranslation();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const isMerged = person.mergedInto !== null;
  const canChange = may('people.manage') && !isMerged;
  const date = (text: string | null): string | null => text && day(text, { weekday: false });
  return (
    <Page
      title={person.name}
      crumb={<Link to="/people">{t('people.title')}</Link>}
      actions={
        canChange && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('all.edit')}
          </Button>
        )
      }
    >
      {isMerged && <MergedInto person={person} into={person.mergedInto!} />}
      <div className={css.columns}>
        <Section title={t('people.facts')} tools={<button onClick={() => window.print()}>{t('all.print')}</button>}>
          <Facts
            facts={[
              [t('all.unit'), <Link to={`/units/${person.unitId}`}>{person.unit}</Link>],
              [t('people.audienceToday'), t(`domain.audience.${person.audience}`)],
              [t('people.gender'), person.gender && t(`domain.gender.${person.gender}`)],
              [t('people.born'), date(person.born)],
              [t('people.education'), person.education && t(`domain.education.${person.education}`)],
              [t('people.minority'), person.minority === null ? null : t(person.minority ? 'all.yes' : 'all.no')],
              [t('people.partyFrom'), date(person.partyFrom)],
              ...(person.partyUntil ? [[t('people.partyUntil'), date(person.partyUntil)] as const] : []),
              [t('people.idNumber'), <Hidden person={person} number="idNumber" />],
              [t('people.phone'), <Hidden person={person} number="phone" />],
              [t('all.code'), person.code],
            ]}
          />
        </Section>
        <div>
          <Positions person={person} canChange={canChange} />
          <Moves person={person} canChange={canChange} />
        </div>
      </div>
      <Training id={person.id} name={person.name} />
      {!isMerged && may('people.manage', 'people.merge') && <Twins person={person} />}
      <HistorySection of="person" id={person.id} />
      {editing && <EditPerson person={person} onClose={() => setEditing(false)} />}
    </Page>
  );
}

/** What a merged record leads to. */
function MergedInto({ person, into }: { person: Person; into: string }) {
  const { t } = useTranslation();
  const kept = usePerson(into);
  return (
    <div className={css.merged} role="note">
      <p>
        {t('people.mergedInto')} <Link to={`/people/${into}`}>{kept.data ? `${kept.data.name} ${kept.data.unit}` : '…'}</Link>
        <span className="note"> {t('people.mergedHint')}</span>
      </p>
      <TakeBack person={person} />
    </div>
  );
}
