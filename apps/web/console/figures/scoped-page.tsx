import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { UntilAnswered, useLast } from '../parts/awaiting.tsx';
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
  awaiting = false,
  problem,
  again,
  children,
}: {
  tab: FigureTab;
  scope: Scope;
  /** Whose figures they are and how they stand, once that is known. */
  told: Told | undefined;
  /** They are those of the filters before: these are still asked for. */
  awaiting?: boolean;
  problem: unknown;
  again: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { to } = useAddress();
  const breakdown = useBreakdown();
  const narrowed = breakdown && t(`figures.breakdown.${breakdown}`);
  // The numbers, their title and what is printed over them change together; only the filters are ahead.
  const shown = useLast({ scope, narrowed, told, children }, awaiting);
  const isSameUnit = shown.scope.unit === scope.unit;
  const isCut = tab === 'overview' || tab === 'breakdowns';
  return (
    <Page title={[shown.told?.unitName, months(shown.scope.from, shown.scope.to), t('figures.title')].filter(Boolean).join(' ')}>
      {shown.told && (
        <PaperHead>
          {[
            tab !== 'overview' && t(`figures.tabs.${tab}`),
            t(`domain.basis.${shown.scope.basis}`),
            shown.scope.kind && t(`domain.kind.${shown.scope.kind}`),
            shown.scope.audience && t(`domain.audience.${shown.scope.audience}`),
            isCut && shown.narrowed,
            t('figures.scope.rule', { rule: shown.told.rule }),
            shown.told.compiledAt && t('figures.scope.compiled', { at: moment(shown.told.compiledAt) }),
            shown.told.pending > 0 && t('figures.scope.pending', { n: shown.told.pending }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </PaperHead>
      )}
      <Tabs label={t('figures.tabs.label')} open={tab} tabs={figureTabs.map((one) => [one, t(`figures.tabs.${one}`)] as const)} />
      <ScopeBar scope={scope} figures={isSameUnit ? shown.told : undefined} awaiting={awaiting} />
      {narrowed && !isCut && (
        <p className={`note ${css.hint}`} role="status">
          {t('figures.breakdown.notHere', { narrowed })} <Link to={to({ tab: undefined })}>{t('figures.breakdown.there')}</Link>
        </p>
      )}
      {problem !== null && problem !== undefined && <Fault problem={problem} again={again} />}
      {!told && !problem && <Skeleton rows={10} />}
      <UntilAnswered awaiting={awaiting}>{shown.children}</UntilAnswered>
      {told && <PaperFoot>{t('figures.onPaper')}</PaperFoot>}
      <Opened scope={scope} told={told} />
    </Page>
  );
}
