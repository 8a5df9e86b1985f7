import { useQueryClient } from '@tanstack/react-query';
import { type TFunction } from 'i18next';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type ImportKind } from '#contract';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { Page } from '../parts/page.tsx';
import { moment } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { CallOff } from './call-off.tsx';
import { HowFar } from './how-far.tsx';
import { ImportDeeds } from './import-deeds.tsx';
import { ImportRows } from './import-rows.tsx';
import { Mapping } from './mapping.tsx';
import { type Import, isAtWork, kindsOfImport, useImport } from './questions.ts';
import { StateMark } from './state-mark.tsx';
import { WhyFailed } from './why-failed.tsx';
import { Working } from './working.tsx';

/** One file on its way into the tables: how far it is, what would become of each row, and what can be done with it now. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = useImport(id);
  const client = useQueryClient();
  useAskedAhead(kindsOfImport);
  const state = found.data?.state;
  const before = useRef(state);
  useEffect(() => {
    // Rows were written or taken back: everything that was read of them is old.
    if (before.current !== state && (before.current === 'applying' || before.current === 'reverting')) void client.invalidateQueries();
    before.current = state;
  }, [client, state]);
  const crumb = <Link to="/imports">{t('imports.title')}</Link>;
  if (!found.data)
    return (
      <Page title={t('imports.title')} crumb={crumb}>
        {found.isError ? <Fault problem={found.error} again={() => void found.refetch()} /> : <Skeleton />}
      </Page>
    );
  const one = found.data;
  return (
    <Page title={one.fileName} crumb={crumb} actions={!isAtWork(one) && <ImportDeeds of={one} />}>
      <Facts facts={facts(one, t)} />
      {found.isError && <Fault problem={found.error} again={() => void found.refetch()} />}
      {isAtWork(one) && <Working of={one} />}
      {isAtWork(one) && <CallOff key={one.state} of={one} />}
      <HowFar of={one} />
      {!isAtWork(one) && one.fault && <WhyFailed of={one} />}
      {one.state === 'failed' && one.fault === 'headerMissing' && <Mapping of={one} />}
      {(one.rows.total > 0 || one.rows.skipped > 0) && one.state !== 'checking' && <ImportRows of={one} />}
    </Page>
  );
}

function facts(one: Import, t: TFunction): (readonly [string, ReactNode])[] {
  return [
    [t('imports.column.kind'), t(`domain.importKind.${one.kind as ImportKind}`)],
    [t('all.state'), <StateMark key="state" of={one} />],
    [t('imports.column.by'), <bdi key="by">{`${one.sentBy ?? t('imports.product')} · ${moment(one.createdAt)}`}</bdi>],
    ...(one.mapped ? [[t('imports.mapping.title'), t('imports.mapping.byHand')] as const] : []),
    ...(one.finishedAt && !isAtWork(one)
      ? [[t(`imports.ended.${one.state}` as 'imports.ended.checked'), moment(one.finishedAt)] as const]
      : []),
  ];
}
