import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListed } from '../parts/pages-of.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { below, byCode, type Unit, useTop } from './questions.ts';
import css from './units.module.css';

type Report = (under: string, units: readonly Unit[]) => void;

/** What stands under what; a county shows its towns at once, everything else opens when it is asked. Organs stand apart. */
export function UnitTree({ living, empty, onListed }: { living: boolean; empty: ReactNode; onListed: (units: readonly Unit[]) => void }) {
  const { t } = useTranslation();
  const top = useTop(living, true);
  const [listed, setListed] = useState<ReadonlyMap<string, readonly Unit[]>>(new Map());
  const report = useCallback<Report>((under, units) => setListed((before) => new Map(before).set(under, units)), []);
  const rows = useMemo(() => {
    const withAllBelow = (unit: Unit): Unit[] => [unit, ...[...(listed.get(unit.id) ?? [])].flatMap(withAllBelow)];
    return [...top.rows].sort(byCode).flatMap(withAllBelow);
  }, [listed, top.data]);
  useEffect(() => onListed(rows), [rows, onListed]);
  if (top.isPending) return <Skeleton rows={8} />;
  if (top.isError && top.rows.length === 0) return <Fault problem={top.error} again={() => void top.refetch()} />;
  if (top.rows.length === 0) return <>{empty}</>;
  return (
    <ul className={css.tree} aria-label={t('units.tree')}>
      {[...top.rows].sort(byCode).map((unit) => (
        <Branch key={unit.id} unit={unit} living={living} report={report} opensAtOnce />
      ))}
    </ul>
  );
}

function Branch({ unit, living, report, opensAtOnce = false }: { unit: Unit; living: boolean; report: Report; opensAtOnce?: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(opensAtOnce);
  const mayHold = unit.level !== 'village' && unit.level !== 'organ';
  return (
    <li>
      <div className={css.row}>
        {mayHold ? (
          <button
            type="button"
            className={css.twist}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'units.shut' : 'units.open', { name: unit.displayName })}
            onClick={() => {
              if (isOpen) report(unit.id, []);
              setOpen(!isOpen);
            }}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        ) : (
          <span className={css.twist} />
        )}
        <Link to={`/units/${unit.id}`}>{unit.displayName}</Link>
        <span className={css.kind}>{unit.villageKind ? t(`domain.villageKind.${unit.villageKind}`) : t(`domain.level.${unit.level}`)}</span>
        <span className={css.code}>{unit.code}</span>
        {unit.validTo !== null && <span className={css.gone}>{t('units.retired')}</span>}
      </div>
      {isOpen && <Below unit={unit} living={living} report={report} />}
    </li>
  );
}

function Below({ unit, living, report }: { unit: Unit; living: boolean; report: Report }) {
  const { t } = useTranslation();
  const list = useListed(below(unit.id, living));
  const data = list.data;
  useEffect(() => {
    if (data) report(unit.id, data.pages.flatMap((page) => page.items).sort(byCode));
  }, [data, unit.id, report]);
  if (list.isPending) return <Skeleton rows={2} />;
  if (list.isError && list.rows.length === 0) return <Fault problem={list.error} again={() => void list.refetch()} />;
  if (list.rows.length === 0) return <p className={css.none}>{t('units.noneBelow')}</p>;
  const sorted = [...list.rows].sort(byCode);
  const organs = sorted.filter(({ level }) => level === 'organ');
  return (
    <>
      <ul>
        {sorted
          .filter(({ level }) => level !== 'organ')
          .map((one) => (
            <Branch key={one.id} unit={one} living={living} report={report} />
          ))}
      </ul>
      {organs.length > 0 && (
        <>
          <h3 className={css.organs}>{t('units.organs')}</h3>
          <ul>
            {organs.map((one) => (
              <Branch key={one.id} unit={one} living={living} report={report} />
            ))}
          </ul>
        </>
      )}
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('all.moreRows')}
        </Button>
      )}
    </>
  );
}
