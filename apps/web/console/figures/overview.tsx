import { months } from '../parts/quantities.ts';
import { useBulletin } from './bulletin.ts';
import { useCompared } from './compared.tsx';
import { BulletinLine, Cards } from './headline.tsx';
import { Months } from './months.tsx';
import { Places } from './places.tsx';
import { useFigures, useYearBefore } from './questions.ts';
import { OverviewOf } from './overview-of.tsx';
import { cutOf, type Scope, useBreakdown, useCut, yearBefore } from './scope.ts';
import { ScopedPage } from './scoped-page.tsx';

/** The year of a unit; of some of its people only what people have. */
export function Overview({ scope }: { scope: Scope }) {
  const only = useBreakdown();
  return only ? <OverviewOf scope={scope} only={only} /> : <WholeOverview scope={scope} />;
}

/** Five questions, all asked at once; two more where the tables stand beside the year before. */
function WholeOverview({ scope }: { scope: Scope }) {
  const byMonth = useFigures(scope, ['kind', 'month'], { foot: 'kind' });
  const cut = useCut();
  const bulletin = useBulletin(scope);
  const places = useFigures(scope, [cut]);
  const placesByKind = useFigures(scope, ['kind', cut], { foot: 'kind' });
  const before = useYearBefore(scope);
  const was = yearBefore(scope);
  const monthsBefore = useCompared(scope, 'month');
  const placesBefore = useCompared(scope, cut);
  const asked = [bulletin, places, placesByKind, byMonth];
  const failed = asked.find((one) => one.isError && one.data === undefined);
  const again = (): void => asked.forEach((one) => void one.refetch());
  return (
    <ScopedPage
      tab="overview"
      scope={scope}
      told={places.data}
      awaiting={[...asked, before].some((one) => one.isPlaceholderData)}
      problem={failed?.error}
      again={again}
    >
      {bulletin.data && <BulletinLine line={bulletin.data} period={`${places.data?.unitName ?? ''}${months(scope.from, scope.to)}`} />}
      {places.data && <Cards scope={scope} total={places.data.total} before={before} period={months(was.from, was.to)} />}
      {byMonth.data && <Months scope={scope} figures={byMonth.data} before={monthsBefore} />}
      {places.data && placesByKind.data && (
        <Places scope={scope} cut={cutOf(cut, places.data)} whole={places.data} byKind={placesByKind.data} before={placesBefore} />
      )}
    </ScopedPage>
  );
}
