import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Listing } from '../parts/listing.tsx';
import { TakeList } from '../parts/take-away.tsx';
import { isFiltered, type Listed } from './listed.ts';
import { useBases } from './questions.ts';

export function BaseList({ filter, filters, onClear, empty }: Listed) {
  const { t } = useTranslation();
  const list = useBases(filter);
  return (
    <>
      {filters(
        <TakeList
          name={t('sites.list.bases')}
          list={list}
          columns={[
            [t('all.code'), ({ code }) => code],
            [t('all.name'), ({ name }) => name],
            [t('all.unit'), ({ unit }) => unit],
          ]}
        />,
      )}
      <Listing
        label={t('sites.list.bases')}
        list={list}
        columns={[
          { key: 'name', title: t('all.name'), cell: ({ id, name }) => <Link to={`/sites/bases/${id}`}>{name}</Link> },
          { key: 'unit', title: t('sites.unit'), cell: ({ unit }) => unit },
          { key: 'code', title: t('all.code'), cell: ({ code }) => code },
        ]}
        rowKey={({ id }) => id}
        filtered={isFiltered(filter)}
        onClear={onClear}
        empty={empty}
      />
    </>
  );
}
