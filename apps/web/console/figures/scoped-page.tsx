import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { Page } from '../parts/page.tsx';
import { PaperFoot, PaperHead } from '../parts/paper.tsx';
import { moment, months } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { Tabs } from '../parts/tabs.tsx';
import css from './figures.module.css';
import { Opened } from './opened.tsx';
import { type Told } from './questions.ts';
import { ScopeBar } from './scope-bar.tsx';
import { type Scope, useBreakdown } from './scope.ts';

export const figureTabs = ['overview', 'sites', 'instructors', 'breakdowns'] as const;
export type FigureTab = (typeof figureTabs)[number];

/** What every part of the figures stands in: whose they are, the filters, how fresh, and the number that is open. */
export function ScopedPage({
  tab,
  scope,
  told,
  problem,
  again,
  children,
}: {
  tab: FigureTab;
  scope: Scope;
  /** Whose figures they are and how they stand, once that is known. */
  told: Told | undefined;
  problem: unknown;
  again: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { to } = useAddress();
  const breakdown = useBreakdown();
  const narrowed = breakdown && t(`figures.breakdown.${breakdown}`);
  const isCut = tab === 'overview' || tab === 'breakdowns';
  return (
    <Page title={[told?.unitName, months(scope.from, scope.to), t('figures.title')].filter(Boolean).join(' ')}>
      {told && (
        <PaperHead>
          {[
            tab !== 'overview' && t(`figures.tabs.${tab}`),
            t(`domain.basis.${scope.basis}`),
            scope.kind && t(`domain.kind.${scope.kind}`),
            scope.audience && t(`domain.audience.${scope.audience}`),
            isCut && narrowed,
            t('figures.scope.rule', { rule: told.rule }),
            told.compiledAt && t('figures.scope.compiled', { at: moment(told.compiledAt) }),
            told.pending > 0 && t('figures.scope.pending', { n: told.pending }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </PaperHead>
      )}
      <Tabs label={t('figures.tabs.label')} open={tab} tabs={figureTabs.map((one) => [one, t(`figures.tabs.${one}`)] as const)} />
      <ScopeBar scope={scope} figures={told} />
      {narrowed && !isCut && (
        <p className={`note ${css.hint}`} role="status">
          {t('figures.breakdown.notHere', { narrowed })} <Link to={to({ tab: undefined })}>{t('figures.breakdown.there')}</Link>
        </p>
      )}
      {problem !== null && problem !== undefined && <Fault problem={problem} again={again} />}
      {!told && !problem && <Skeleton rows={10} />}
      {children}
      {told && <PaperFoot>{t('figures.onPaper')}</PaperFoot>}
      <Opened scope={scope} />
    </Page>
  );
}
