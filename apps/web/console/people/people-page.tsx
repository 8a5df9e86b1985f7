import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RegisterTabs } from '../frame/register-tabs.tsx';
import { useAddress, useSought } from '../parts/address.ts';
import { Filters, Listing } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { day, listed } from '../parts/quantities.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { NarrowedOnPaper, PaperFoot } from '../parts/paper.tsx';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { useMay } from '../session/me.ts';
import { useUnitName } from '../units/unit-name.ts';
import { NewPerson } from './person-form.tsx';
import { type PeopleFilter, type Person, usePeople } from './questions.ts';

const wholes = ['counting', 'withMerged', 'twinsOnly'] as const;

/** The register of people: found by what one knows of somebody. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const [q, seek] = useSought();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const unit = get('unit');
  const unitName = useUnitName(unit);
  const which = wholes.find((one) => one === get('which')) ?? 'counting';
  const filter: PeopleFilter = {
    q,
    unit,
    ...(which === 'withMerged' ? { merged: true } : {}),
    ...(which === 'twinsOnly' ? { twins: true } : {}),
  };
  const list = usePeople(filter);
  const held = (person: Person): string =>
    listed(person.positions.filter(({ to }) => to === null).map(({ kind }) => t(`domain.position.${kind}`)));
  const columns: Column<Person>[] = [
    {
      key: 'name',
      title: t('people.name'),
      cell: (person) => (
        <>
          <Link to={`/people/${person.id}`}>{person.name}</Link>
          {person.mergedInto !== null && <span className="note"> {t('people.mergedMark')}</span>}
        </>
      ),
    },
    { key: 'unit', title: t('all.unit'), cell: (person) => person.unit },
    { key: 'born', title: t('people.born'), cell: (person) => person.born && day(person.born, { weekday: false }) },
    { key: 'audience', title: t('people.audience'), cell: (person) => t(`domain.audience.${person.audience}`) },
    { key: 'positions', title: t('people.positions.title'), cell: (person) => held(person) || null },
    { key: 'phone', title: t('people.phone'), cell: (person) => person.phoneLast4 && `…${person.phoneLast4}` },
    { key: 'code', title: t('all.code'), cell: (person) => person.code },
  ];
  const canAdd = may('people.manage');
  return (
    <Page
      title={t('people.title')}
      actions={
        canAdd && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        )
      }
    >
      <RegisterTabs />
      <NarrowedOnPaper by={[unitName, filter.q, which === 'counting' ? undefined : t(`people.${which}`)]} />
      <Filters>
        <SearchBox value={q} onChange={seek} placeholder={t('people.search')} />
        <UnitPicker value={unit} name={unitName} onChange={(chosen) => set({ unit: chosen })} width={180} />
        <Select
          aria-label={t('people.which')}
          style={{ width: 180 }}
          value={which}
          options={wholes.map((one) => ({ value: one, label: t(`people.${one}`) }))}
          onChange={(chosen) => set({ which: chosen === 'counting' ? undefined : chosen })}
        />
        <TakeList
          name={t('people.list')}
          list={list}
          columns={[
            [t('all.code'), (person) => person.code],
            [t('people.name'), (person) => person.name],
            [t('all.unit'), (person) => person.unit],
            [t('people.gender'), (person) => person.gender && t(`domain.gender.${person.gender}`)],
            [t('people.born'), (person) => person.born],
            [t('people.audience'), (person) => t(`domain.audience.${person.audience}`)],
            [t('people.positions.title'), held],
            [t('people.partyFrom'), (person) => person.partyFrom],
          ]}
        />
      </Filters>
      <Listing
        label={t('people.list')}
        list={list}
        columns={columns}
        rowKey={(person) => person.id}
        filtered={filter.q !== undefined || unit !== undefined || which === 'twinsOnly'}
        onClear={() => set({ unit: undefined, which: undefined }, { aside: { q: undefined } })}
        empty={
          <Empty title={t('people.empty')} next={may('imports.run') && <Link to="/imports">{t('people.toImport')}</Link>}>
            {t('people.emptyHint')}
          </Empty>
        }
      />
      <PaperFoot />
      {adding && <NewPerson unit={unit} onClose={() => setAdding(false)} />}
    </Page>
  );
}
