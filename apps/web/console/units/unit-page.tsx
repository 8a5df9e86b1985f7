import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistorySection } from '../history/history.tsx';
import { historyOf } from '../history/questions.ts';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { Listing } from '../parts/listing.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useListed } from '../parts/pages-of.ts';
import { day, lists } from '../parts/quantities.ts';
import { PaperFoot } from '../parts/paper.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { useMay } from '../session/me.ts';
import { NewUnit } from './new-unit.tsx';
import { below, byCode, placeOf, type Unit } from './questions.ts';
import { PhotosSwitch } from './photos-switch.tsx';
import { RenameUnit } from './rename-unit.tsx';
import { RetireUnit } from './retire-unit.tsx';
import { alwaysThere, useUnitColumns, useUnitCsv } from './unit-columns.tsx';
import { useUnit } from './unit-name.ts';
import css from './units.module.css';

export function UnitPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const unit = useUnit(id);
  useAskedAhead(placeOf(id), below(id, false), historyOf({ of: 'unit', id }));
  if (unit.data) return <Known key={id} unit={unit.data} />;
  return (
    <Page title={t('units.title')} crumb={<Link to="/units">{t('units.title')}</Link>}>
      {unit.isError ? <Fault problem={unit.error} again={() => void unit.refetch()} /> : <Skeleton rows={8} />}
    </Page>
  );
}

type Doing = 'rename' | 'retire' | 'add';

function Known({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const may = useMay();
  const [doing, setDoing] = useState<Doing>();
  const place = useQuery(placeOf(unit.id));
  const done = (): void => setDoing(undefined);
  const date = (text: string): string => day(text, { weekday: false });
  const canChange = may('units.manage') && unit.validTo === null;
  const { above = [], successor = null, predecessors = [], names = [], photosAbove = false } = place.data ?? {};
  return (
    <Page
      title={unit.displayName}
      crumb={
        <>
          <Link to="/units">{t('units.title')}</Link>
          {above.map(({ id, displayName }) => (
            <Fragment key={id}>
              {' / '}
              <Link to={`/units/${id}`}>{displayName}</Link>
            </Fragment>
          ))}
        </>
      }
      actions={
        canChange && (
          <>
            <Button onClick={() => setDoing('retire')}>{t('units.retire.do')}</Button>
            <Button type="primary" onClick={() => setDoing('rename')}>
              {t('units.rename.do')}
            </Button>
          </>
        )
      }
    >
      <Facts
        facts={[
          [t('units.officialName'), unit.name],
          [t('units.level'), t(`domain.level.${unit.level}`)],
          ...(unit.villageKind ? [[t('units.kind'), t(`domain.villageKind.${unit.villageKind}`)] as const] : []),
          [t('units.code'), unit.code],
          [t('units.validFrom'), unit.validFrom === alwaysThere ? t('units.always') : date(unit.validFrom)],
          [t('units.validTo'), unit.validTo === null ? t('units.living') : date(unit.validTo)],
          ...(unit.validTo === null
            ? []
            : [
                [
                  t('units.successor'),
                  successor ? <Link to={`/units/${successor.id}`}>{successor.displayName}</Link> : t('units.noSuccessor'),
                ] as const,
              ]),
          ...(predecessors.length === 0 ? [] : [[t('units.predecessors'), <Named units={predecessors} />] as const]),
        ]}
      />
      {place.isError && <Fault problem={place.error} again={() => void place.refetch()} />}
      <p className={`${css.links} offPaper`}>
        {may('people.read') && <Link to={`/people?unit=${unit.id}`}>{t('units.people')}</Link>}
        {may('figures.read') && <Link to={`/figures?unit=${unit.id}`}>{t('units.figures')}</Link>}
      </p>
      {names.length > 0 && (
        <Section title={t('units.names')} note={t('units.namesNote')}>
          <ul>
            {names.map(({ name, until }, i) => (
              <li key={i}>
                {name} <span className="note">{t('units.until', { date: date(until) })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <BelowSection unit={unit} canAdd={canChange} onAdd={() => setDoing('add')} />
      {unit.validTo === null && <PhotosSwitch unit={unit} above={photosAbove} canChange={canChange} />}
      <HistorySection of="unit" id={unit.id} />
      <PaperFoot />
      {doing === 'rename' && <RenameUnit unit={unit} onClose={done} />}
      {doing === 'retire' && <RetireUnit unit={unit} onClose={done} />}
      {doing === 'add' && <NewUnit under={unit} onClose={done} />}
    </Page>
  );
}

function BelowSection({ unit, canAdd, onAdd }: { unit: Unit; canAdd: boolean; onAdd: () => void }) {
  const { t } = useTranslation();
  const list = useListed(below(unit.id, false));
  const columns = useUnitColumns();
  const csv = useUnitCsv();
  const sorted = { ...list, rows: [...list.rows].sort(byCode) };
  return (
    <Section
      title={t('units.below')}
      tools={
        <>
          <TakeList name={`${unit.displayName} ${t('units.below')}`} list={sorted} columns={csv} />
          {canAdd && <button onClick={onAdd}>{t('units.addBelow')}</button>}
        </>
      }
    >
      <Listing
        label={t('units.below')}
        list={sorted}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={false}
        empty={<p className="soft">{t('units.noneBelow')}</p>}
      />
    </Section>
  );
}

function Named({ units }: { units: readonly { id: string; displayName: string }[] }) {
  const all = new Map(units.map((one) => [one.id, one.displayName]));
  return lists()
    .formatToParts(all.keys())
    .map(({ type, value }, place) =>
      type === 'literal' ? (
        <Fragment key={place}>{value}</Fragment>
      ) : (
        <Link key={place} to={`/units/${value}`}>
          {all.get(value)}
        </Link>
      ),
    );
}
