import { useTranslation } from 'react-i18next';
import { Page, Section } from '../parts/page.tsx';
import { PaperFoot } from '../parts/paper.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { useKinds } from './questions.ts';
import { SendFile } from './send-file.tsx';

/** What can be imported, the place to drop a file, and what was imported before. */
export function ImportsPage() {
  const { t } = useTranslation();
  const kinds = useKinds();
  return (
    <Page title={t('imports.title')}>
      {kinds.isPending && <Skeleton />}
      {kinds.isError && <Fault problem={kinds.error} again={() => void kinds.refetch()} />}
      {kinds.data && <SendFile kinds={kinds.data} />}
      <Section title={t('imports.earlier')}>
        <EarlierImports kinds={kinds.data ?? []} />
      </Section>
      <PaperFoot />
    </Page>
  );
}
