import { useTranslation } from 'react-i18next';
import { useAddress } from '../parts/address.ts';
import { Page } from '../parts/page.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useAbout } from '../session/about.ts';
import { ByBreakdown } from './breakdowns.tsx';
import { ByInstructor } from './instructors.tsx';
import { Overview } from './overview.tsx';
import { useScope } from './scope.ts';
import { figureTabs } from './scoped-page.tsx';
import { BySite } from './sites.tsx';

const parts = { overview: Overview, sites: BySite, instructors: ByInstructor, breakdowns: ByBreakdown };

/** The figures in parts, each of which asks what it shows when it is opened. */
export function FiguresPage() {
  const { t } = useTranslation();
  const { get } = useAddress();
  const about = useAbout();
  const scope = useScope();
  if (!scope)
    return (
      <Page title={t('figures.title')}>
        {about.isError ? <Fault problem={about.error} again={() => void about.refetch()} /> : <Skeleton rows={10} />}
      </Page>
    );
  const Part = parts[figureTabs.find((one) => one === get('tab')) ?? 'overview'];
  return <Part scope={scope} />;
}
