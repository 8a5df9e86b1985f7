import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../parts/quantities.ts';
import { type Column } from '../parts/table.tsx';
import { type Unit } from './questions.ts';

/** Since when a unit exists of which nobody said. */
export const alwaysThere = '1949-10-01';

export function useUnitColumns(): Column<Unit>[] {
  const { t } = useTranslation();
  return [
    { key: 'name', title: t('all.name'), cell: ({ id, displayName }) => <Link to={`/units/${id}`}>{displayName}</Link> },
    { key: 'level', title: t('units.level'), cell: ({ level }) => t(`domain.level.${level}`) },
    { key: 'kind', title: t('units.kind'), cell: ({ villageKind }) => villageKind && t(`domain.villageKind.${villageKind}`) },
    { key: 'code', title: t('units.code'), cell: ({ code }) => code },
    {
      key: 'until',
      title: t('all.state'),
      cell: ({ validTo }) => (validTo === null ? t('units.living') : `${t('units.retired')} ${day(validTo, { weekday: false })}`),
    },
  ];
}

export function useUnitCsv(): (readonly [string, (unit: Unit) => string | null])[] {
  const { t } = useTranslation();
  return [
    [t('units.code'), ({ code }) => code],
    [t('all.name'), ({ displayName }) => displayName],
    [t('units.officialName'), ({ name }) => name],
    [t('units.level'), ({ level }) => t(`domain.level.${level}`)],
    [t('units.kind'), ({ villageKind }) => villageKind && t(`domain.villageKind.${villageKind}`)],
    [t('units.validFrom'), ({ validFrom }) => validFrom],
    [t('units.validTo'), ({ validTo }) => validTo],
  ];
}
