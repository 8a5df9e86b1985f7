import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { engagements, instructorTags } from '#contract';
import { RegisterTabs } from '../frame/register-tabs.tsx';
import { useAddress, useSought } from '../parts/address.ts';
import { Filters, Listing } from '../parts/listing.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Page } from '../parts/page.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { NarrowedOnPaper, PaperFoot } from '../parts/paper.tsx';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { useMay } from '../session/me.ts';
import { useUnitName } from '../units/unit-name.ts';
import { NewInstructor } from './instructor-form.tsx';
import { type Instructor, type InstructorFilter, useInstructors } from './questions.ts';
import { listed } from '../parts/quantities.ts';

/** Who teaches in the county. */
export function InstructorsPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const [q, seek] = useSought();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const unit = get('unit');
  const unitName = useUnitName(unit);
  const filter: InstructorFilter = {
    q,
    unit,
    tag: instructorTags.find((one) => one === get('tag')),
    engagement: engagements.find((one) => one === get('engagement')),
  };
  const list = useInstructors(filter);
  const tagsOf = ({ tags }: Instructor): string => listed(tags.map((tag) => t(`domain.tag.${tag}`)));
  const columns: Column<Instructor>[] = [
    { key: 'name', title: t('instructors.name'), cell: (one) => <Link to={`/instructors/${one.id}`}>{one.name}</Link> },
    { key: 'engagement', title: t('instructors.engagement'), cell: ({ engagement }) => t(`domain.engagement.${engagement}`) },
    { key: 'tags', title: t('instructors.tags'), cell: (one) => tagsOf(one) || null },
    { key: 'title', title: t('instructors.jobTitle'), cell: (one) => one.title },
    { key: 'organisation', title: t('instructors.organisation'), cell: (one) => one.organisation },
    { key: 'specialty', title: t('instructors.specialty'), cell: (one) => one.specialty },
    { key: 'unit', title: t('all.unit'), cell: (one) => one.unit },
  ];
  return (
    <Page
      title={t('instructors.title')}
      actions={
        <>
          {may('devices.manage') && <LinkButton to="/accounts/devices">{t('devices.title')}</LinkButton>}
          {may('catalogue.manage') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('instructors.add')}
            </Button>
          )}
        </>
      }
    >
      <RegisterTabs />
      <NarrowedOnPaper
        by={[
          unitName,
          filter.q,
          filter.engagement && t(`domain.engagement.${filter.engagement}`),
          filter.tag && t(`domain.tag.${filter.tag}`),
        ]}
      />
      <Filters>
        <SearchBox value={q} onChange={seek} placeholder={t('instructors.search')} />
        <UnitPicker value={unit} name={unitName} onChange={(chosen) => set({ unit: chosen })} width={180} />
        <Select
          aria-label={t('instructors.engagement')}
          allowClear
          placeholder={t('instructors.engagement')}
          style={{ width: 140 }}
          value={filter.engagement}
          options={engagements.map((one) => ({ value: one, label: t(`domain.engagement.${one}`) }))}
          onChange={(engagement?: string) => set({ engagement })}
        />
        <Select
          aria-label={t('instructors.tags')}
          allowClear
          placeholder={t('instructors.tags')}
          style={{ width: 170 }}
          value={filter.tag}
          options={instructorTags.map((one) => ({ value: one, label: t(`domain.tag.${one}`) }))}
          onChange={(tag?: string) => set({ tag })}
        />
        <TakeList
          name={t('instructors.list')}
          list={list}
          columns={[
            [t('all.code'), (one) => one.code],
            [t('instructors.name'), (one) => one.name],
            [t('instructors.engagement'), ({ engagement }) => t(`domain.engagement.${engagement}`)],
            [t('instructors.tags'), tagsOf],
            [t('instructors.jobTitle'), (one) => one.title],
            [t('instructors.organisation'), (one) => one.organisation],
            [t('instructors.specialty'), (one) => one.specialty],
            [t('all.unit'), (one) => one.unit],
          ]}
        />
      </Filters>
      <Listing
        label={t('instructors.list')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={Object.values(filter).some((one) => one !== undefined)}
        onClear={() => set({ unit: undefined, tag: undefined, engagement: undefined }, { aside: { q: undefined } })}
        empty={
          <Empty title={t('instructors.empty')} next={may('imports.run') && <Link to="/imports">{t('instructors.toImport')}</Link>}>
            {t('instructors.emptyHint')}
          </Empty>
        }
      />
      <PaperFoot />
      {adding && <NewInstructor onClose={() => setAdding(false)} />}
    </Page>
  );
}
