import { useTranslation } from 'react-i18next';
import { courseKinds } from '#contract';
import { useAddress } from '../parts/address.ts';
import { month as monthName, n } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './figures.module.css';
import { both } from './graded.tsx';
import { useFigures } from './questions.ts';
import { monthsOf, type Scope } from './scope.ts';
import { useScopeSaid } from './scope-said.ts';
import { Summands } from './summands.tsx';
import { Why } from './why.tsx';

/** Person-times of both grades, of the scope or of one of its months: kind by kind, each grade open further down to its rows. */
export function OpenedTimes({ scope: page, onClose }: { scope: Scope; onClose: () => void }) {
  const { t } = useTranslation();
  const { get } = useAddress();
  const scopeSaid = useScopeSaid();
  const month = monthsOf(page).find((one) => one === get('omonth'));
  const scope: Scope = month === undefined ? page : { ...page, from: month, to: month };
  const asked = useFigures(scope, ['kind']);
  const parts = courseKinds
    .filter((kind) => scope.kind === undefined || scope.kind === kind)
    .flatMap((kind) =>
      (['registered', 'declared'] as const).map((grade) => ({
        name: `${t(`domain.measure.${grade}`)} · ${t(`domain.kind.${kind}`)}`,
        value: asked.data?.rows.find((row) => row.key.kind === kind)?.personTimes[grade] ?? 0,
        at: { measure: `personTimes.${grade}` as const, kind, month },
      })),
    );
  const ready = asked.data !== undefined && !asked.isPlaceholderData;
  const title = [t('domain.measure.personTimes'), month && monthName(month)].filter(Boolean).join(' · ');
  return (
    <Sheet title={title} onClose={onClose} wide>
      <p className={css.openHead}>
        {ready && <b>{n(both(asked.data.total))}</b>}
        <span className="soft">{t('figures.define.personTimes')}</span>
      </p>
      <p className="note">{scopeSaid(scope, ready ? asked.data : undefined)}</p>
      {asked.isError && !ready && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {!ready && !asked.isError && <Skeleton rows={4} />}
      <Why scope={scope} cell={{}} unfolded={ready && both(asked.data.total) === 0} />
      {ready && <Summands of={parts} />}
    </Sheet>
  );
}
