import { useTranslation } from 'react-i18next';
import { moment, months } from '../parts/quantities.ts';
import { type Told } from './questions.ts';
import { type Scope } from './scope.ts';

/** Of what a number is, in one line: unit, period, basis, rule version, how fresh, what is not counted yet. What is not known yet is left out. */
export function useScopeSaid(): (scope: Scope, told: Partial<Told> | undefined) => string {
  const { t } = useTranslation();
  return (scope, told) =>
    [
      told?.unitName,
      months(scope.from, scope.to),
      t(`domain.basis.${scope.basis}`),
      told?.rule !== undefined && t('figures.scope.rule', { rule: told.rule }),
      told?.compiledAt && t('figures.scope.compiled', { at: moment(told.compiledAt) }),
      told?.pending !== undefined && told.pending > 0 && t('figures.scope.pending', { n: told.pending }),
    ]
      .filter(Boolean)
      .join(' · ');
}
