import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { audiences, bases, breakdowns, courseKinds } from '#contract';
import { useAddress } from '../parts/address.ts';
import { cx } from '../parts/class-names.ts';
import { moment, month as monthName, n } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import css from './figures.module.css';
import { type Told } from './questions.ts';
import { type Scope, useBreakdown } from './scope.ts';
import { useScopeSaid } from './scope-said.ts';

/** Parts of a year, by first and last month. */
const parts = { wholeYear: [1, 12], firstHalf: [1, 6], secondHalf: [7, 12], q1: [1, 3], q2: [4, 6], q3: [7, 9], q4: [10, 12] } as const;
type Part = keyof typeof parts;
const two = (month: number): string => String(month).padStart(2, '0');

/** Unit · period · basis · rule · how fresh: never hidden, whatever is drawn below. On a phone it is one line, which opens what can be chosen. */
export function ScopeBar({ scope, figures: told, awaiting }: { scope: Scope; figures: Told | undefined; awaiting: boolean }) {
  // What is awaited is not known yet: the former answer's rule and time are another question's.
  const figures = awaiting ? undefined : told;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const scopeSaid = useScopeSaid();
  return (
    <div className={`${css.scope} offPaper`} role="group" aria-label={t('figures.scope.filters')}>
      <button type="button" className={css.scopeLine} aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {awaiting && <b>{t('figures.scope.awaiting')}</b>}
        {figures && figures.pending > 0 && <span className={css.pending}>{t('figures.scope.pending', { n: n(figures.pending) })}</span>}
        <span className={css.scopeSaid}>{scopeSaid(scope, figures && { ...figures, pending: 0 })}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <span className={css.fields}>
        <Fields scope={scope} figures={figures} />
      </span>
      {awaiting ? (
        <span className={css.standing} aria-live="polite">
          <b>{t('figures.scope.awaiting')}</b>
        </span>
      ) : (
        figures && <Standing of={figures} />
      )}
      {isOpen && (
        <Sheet title={t('figures.scope.filters')} onClose={() => setOpen(false)}>
          <div className={css.fieldsBelow}>
            <Fields scope={scope} figures={figures} />
            {figures && <Standing of={figures} />}
          </div>
        </Sheet>
      )}
    </div>
  );
}

/** By which rules it was counted, when, and what is not counted yet. */
function Standing({ of: figures }: { of: Told }) {
  const { t } = useTranslation();
  return (
    <span className={css.standing} aria-live="polite">
      <span>{t('figures.scope.rule', { rule: figures.rule })}</span>
      <span>{figures.compiledAt ? t('figures.scope.compiled', { at: moment(figures.compiledAt) }) : t('figures.scope.never')}</span>
      <span className={cx(figures.pending > 0 && css.pending)}>
        {figures.pending > 0 ? t('figures.scope.pending', { n: n(figures.pending) }) : t('figures.scope.settled')}
      </span>
    </span>
  );
}

/** What can be chosen: each choice stands in the address at once. */
function Fields({ scope, figures }: { scope: Scope; figures: Told | undefined }) {
  const { t } = useTranslation();
  const { set } = useAddress();
  const breakdown = useBreakdown();
  const year = Number(scope.from.slice(0, 4));
  const chosen = (Object.keys(parts) as Part[]).find(
    (part) => scope.from === `${year}-${two(parts[part][0])}` && scope.to === `${year}-${two(parts[part][1])}`,
  );
  const single = scope.from === scope.to ? `m${Number(scope.from.slice(5))}` : undefined;
  const name = (part: Part): string =>
    part.startsWith('q')
      ? t('figures.scope.quarter', { n: part[1] })
      : t(`figures.scope.${part as 'wholeYear' | 'firstHalf' | 'secondHalf'}`);
  const spans = [
    ...(Object.keys(parts) as Part[]).map((part) => ({
      value: part as string,
      label: name(part),
      from: parts[part][0] as number,
      to: parts[part][1] as number,
    })),
    ...Array.from({ length: 12 }, (_, i) => ({
      value: `m${i + 1}`,
      label: monthName(`${year}-${two(i + 1)}`, { year: false }),
      from: i + 1,
      to: i + 1,
    })),
  ];
  const shift = (by: number): void => {
    const move = (text: string): string => `${Number(text.slice(0, 4)) + by}${text.slice(4)}`;
    set({ from: move(scope.from), to: move(scope.to) });
  };
  const own = chosen ?? single;
  return (
    <>
      <UnitPicker
        value={scope.unit}
        name={figures?.unitName}
        placeholder={scope.unit === undefined && figures ? figures.unitName : t('figures.scope.findUnit')}
        onChange={(unit) => set({ unit, cut: undefined })}
        width={150}
      />
      <span className={css.year}>
        <button type="button" onClick={() => shift(-1)} aria-label={t('figures.scope.earlier')}>
          ‹
        </button>
        <b>{scope.from.slice(0, 4) === scope.to.slice(0, 4) ? year : `${scope.from}—${scope.to}`}</b>
        <button type="button" onClick={() => shift(1)} aria-label={t('figures.scope.later')}>
          ›
        </button>
      </span>
      <Select
        aria-label={t('figures.scope.period')}
        style={{ minWidth: 110 }}
        popupMatchSelectWidth={false}
        value={own}
        placeholder={`${monthName(scope.from, { year: false })}–${monthName(scope.to, { year: false })}`}
        options={spans}
        onChange={(value: string) => {
          const span = spans.find((one) => one.value === value)!;
          set({ from: `${year}-${two(span.from)}`, to: `${year}-${two(span.to)}` });
        }}
      />
      <Select
        aria-label={t('figures.scope.kind')}
        style={{ minWidth: 110 }}
        popupMatchSelectWidth={false}
        value={scope.kind ?? ''}
        options={[
          { value: '', label: t('figures.scope.allKinds') },
          ...courseKinds.map((kind) => ({ value: kind, label: t(`domain.kind.${kind}`) })),
        ]}
        onChange={(kind: string) => set({ kind: kind || undefined })}
      />
      <Select
        aria-label={t('figures.scope.audience')}
        style={{ minWidth: 140 }}
        popupMatchSelectWidth={false}
        value={scope.audience ?? ''}
        options={[
          { value: '', label: t('figures.scope.allAudiences') },
          ...audiences.map((one) => ({ value: one, label: t(`domain.audience.${one}`) })),
        ]}
        onChange={(audience: string) => set({ audience: audience || undefined })}
      />
      <Select
        aria-label={t('figures.scope.basis')}
        style={{ minWidth: 130 }}
        popupMatchSelectWidth={false}
        value={scope.basis}
        options={bases.map((basis) => ({ value: basis, label: t(`domain.basis.${basis}`) }))}
        onChange={(basis: string) => set({ basis: basis === 'trainee' ? undefined : basis })}
      />
      <Select
        aria-label={t('figures.breakdown.filter')}
        style={{ minWidth: 120 }}
        popupMatchSelectWidth={false}
        value={breakdown ?? ''}
        options={[
          { value: '', label: t('figures.breakdown.everybody') },
          ...breakdowns.map((one) => ({ value: one as string, label: t(`figures.breakdown.${one}`) })),
        ]}
        onChange={(chosen: string) => set({ breakdown: chosen || undefined })}
      />
    </>
  );
}
