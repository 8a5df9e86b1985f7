import { useTranslation } from 'react-i18next';
import { type Audience, audiences, type CourseKind, courseKinds } from '#contract';
import { n } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './figures.module.css';
import { type BulletinPart, type Opening, whole } from './opening.ts';
import { useFigures } from './questions.ts';
import { type Scope } from './scope.ts';
import { useScopeSaid } from './scope-said.ts';
import { Summands } from './summands.tsx';

/** What a part of the bulletin adds up from (rule 12), each open further down. */
export function LineParts({ of, scope, onClose }: { of: BulletinPart; scope: Scope; onClose: () => void }) {
  const { t } = useTranslation();
  const line: Scope = { from: scope.from, to: scope.to, basis: scope.basis, unit: scope.unit };
  const isBackbone = of === 'backbone';
  const byAudience = useFigures(line, ['audience'], { enabled: isBackbone });
  const ofPublic = useFigures({ ...line, audience: 'public' }, ['kind'], { enabled: !isBackbone });
  const byKind = useFigures(line, ['kind'], { enabled: !isBackbone });
  const asked = isBackbone ? [byAudience] : [ofPublic, byKind];
  const scopeSaid = useScopeSaid();
  const failed = asked.filter((one) => one.isError && (!one.data || one.isPlaceholderData));
  const ready = asked.every((one) => one.data && !one.isPlaceholderData);
  const part = (measure: 'registered' | 'declared', value: number | undefined, of: { audience?: Audience; kind?: CourseKind }) => ({
    name: [t(`domain.measure.${measure}`), of.audience && t(`domain.audience.${of.audience}`), of.kind && t(`domain.kind.${of.kind}`)]
      .filter(Boolean)
      .join(' · '),
    value: value ?? 0,
    at: { measure: `personTimes.${measure}`, audience: of.audience ?? whole, kind: of.kind ?? whole } satisfies Opening,
  });
  const timesOf = (data: typeof byKind.data, key: { audience?: Audience; kind?: CourseKind }) =>
    data?.rows.find((row) => row.key.audience === key.audience && row.key.kind === key.kind)?.personTimes;
  const parts = isBackbone
    ? audiences
        .filter((audience) => audience !== 'public')
        .map((audience) => part('registered', timesOf(byAudience.data, { audience })?.registered, { audience }))
    : courseKinds
        .filter((kind) => (kind === 'demonstration') === (of === 'demonstration'))
        .flatMap((kind) => [
          part('registered', timesOf(ofPublic.data, { kind })?.registered, { audience: 'public', kind }),
          part('declared', timesOf(byKind.data, { kind })?.declared, { kind }),
        ]);
  return (
    <Sheet title={t(`figures.line.${of}`)} onClose={onClose}>
      <p className={css.openHead}>
        {ready && <b>{n(parts.reduce((sum, { value }) => sum + value, 0))}</b>}
        <span className="soft">{t(`figures.line.${of}Is`)}</span>
      </p>
      <p className="note">{scopeSaid(line, asked[0]!.data)}</p>
      {failed.length > 0 && <Fault problem={failed[0]!.error} again={() => failed.forEach((one) => void one.refetch())} />}
      {!ready && failed.length === 0 && <Skeleton rows={3} />}
      {ready && <Summands of={parts} />}
    </Sheet>
  );
}
