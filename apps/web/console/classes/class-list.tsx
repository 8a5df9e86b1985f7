import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classStates, courseKinds } from '#contract';
import { api, told } from '../../api/client.ts';
import { useAddress } from '../parts/address.ts';
import { Kind } from '../parts/kind.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Filters, Listing } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { usePagesOf } from '../parts/pages-of.ts';
import { NarrowedOnPaper, PaperFoot } from '../parts/paper.tsx';
import { days, listed, n } from '../parts/quantities.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { useMay } from '../session/me.ts';
import { useUnitName } from '../units/unit-name.ts';
import css from './classes.module.css';
import { type ClassOf } from './questions.ts';
import { StateOfClass } from './state.tsx';

const isDate = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;

/** Not a state: what a class should not stay in once it is over. */
const unclosed = 'unclosed';

/** Classes, the newest first. */
export function ClassList() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const filter = {
    q: get('q'),
    kind: courseKinds.find((one) => one === get('kind')),
    state: classStates.find((one) => one === get('state')),
    unclosed: get('state') === unclosed || undefined,
    unit: get('unit'),
    from: isDate(get('from')),
    to: isDate(get('to')),
  };
  const list = usePagesOf(['classes', filter], (cursor) =>
    told(api.GET('/v1/classes', { params: { query: { ...filter, order: 'newest', limit: 100, ...(cursor && { cursor }) } } })),
  );
  const unitName = useUnitName(filter.unit);
  const clear = (): void => set(Object.fromEntries(Object.keys(filter).map((name) => [name, undefined])));
  const columns: Column<ClassOf>[] = [
    {
      key: 'name',
      title: t('all.name'),
      cell: (row) => (
        <span className={css.named}>
          <Kind of={row.kind} short />
          <span>
            <Link to={`/classes/${row.id}`}>{row.name}</Link>
            {row.code !== null && <span className="note"> {row.code}</span>}
          </span>
        </span>
      ),
    },
    { key: 'dates', title: t('classes.dates'), cell: (row) => <span className={css.still}>{days(row.startsOn, row.endsOn)}</span> },
    { key: 'host', title: t('classes.host'), width: '160px', cell: (row) => row.labels.hosts[0] },
    { key: 'state', title: t('all.state'), cell: (row) => <StateOfClass state={row.state} /> },
    {
      key: 'roster',
      title: t('classes.fact.roster'),
      cell: (row) => <span className={css.still}>{t(`domain.roster.${row.roster}`)}</span>,
    },
    { key: 'sessions', title: t('classes.sessions'), right: true, cell: (row) => n(row.sessions) },
    { key: 'enrolled', title: t('classes.enrolled'), right: true, cell: (row) => n(row.enrolled) },
  ];
  const create = may('classes.manage') && (
    <LinkButton primary to="/classes/new">
      {t('classes.new')}
    </LinkButton>
  );
  return (
    <Page title={t('classes.title')} actions={create}>
      <NarrowedOnPaper
        by={[
          unitName,
          filter.q,
          filter.kind && t(`domain.kind.${filter.kind}`),
          filter.state && t(`domain.classState.${filter.state}`),
          filter.unclosed && t('classes.unclosed'),
          filter.from && `${t('classes.from')} ${filter.from}`,
          filter.to && `${t('classes.until')} ${filter.to}`,
        ]}
      />
      <Filters>
        <SearchBox value={filter.q} placeholder={t('classes.search')} onChange={(q) => set({ q }, { replace: true })} />
        <Select
          aria-label={t('all.kind')}
          style={{ width: 110 }}
          value={filter.kind ?? ''}
          options={[
            { value: '', label: t('classes.anyKind') },
            ...courseKinds.map((one) => ({ value: one, label: t(`domain.kind.${one}`) })),
          ]}
          onChange={(kind: string) => set({ kind })}
        />
        <Select
          aria-label={t('all.state')}
          style={{ width: 120 }}
          popupMatchSelectWidth={false}
          value={filter.unclosed ? unclosed : (filter.state ?? '')}
          options={[
            { value: '', label: t('classes.anyState') },
            ...classStates.map((one) => ({ value: one as string, label: t(`domain.classState.${one}`) })),
            { value: unclosed, label: t('classes.unclosed') },
          ]}
          onChange={(state: string) => set({ state })}
        />
        <UnitPicker value={filter.unit} name={unitName} onChange={(unit) => set({ unit })} width={150} />
        <span className={css.period}>
          <Day label={t('classes.from')} value={filter.from} onChange={(from) => set({ from })} />
          <Day label={t('classes.until')} value={filter.to} onChange={(to) => set({ to })} />
        </span>
      </Filters>
      <Listing
        label={t('classes.title')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        filtered={Object.values(filter).some((one) => one !== undefined)}
        onClear={clear}
        file={{
          name: t('classes.title'),
          columns: [
            [t('all.code'), (row) => row.code],
            [t('all.name'), (row) => row.name],
            [t('all.kind'), (row) => t(`domain.kind.${row.kind}`)],
            [t('classes.from'), (row) => row.startsOn],
            [t('classes.until'), (row) => row.endsOn],
            [t('classes.host'), (row) => listed(row.labels.hosts)],
            [t('all.state'), (row) => t(`domain.classState.${row.state}`)],
            [t('classes.fact.roster'), (row) => t(`domain.roster.${row.roster}`)],
            [t('classes.sessions'), (row) => row.sessions],
            [t('classes.enrolled'), (row) => row.enrolled],
          ],
        }}
        empty={
          <Empty title={t('classes.empty.title')} next={create}>
            {t('classes.empty.hint')}
          </Empty>
        }
      />
      <PaperFoot />
    </Page>
  );
}

function Day({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string | undefined) => void }) {
  return (
    <label>
      <span className="note">{label}</span>
      <Input type="date" style={{ width: 140 }} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />
    </label>
  );
}
