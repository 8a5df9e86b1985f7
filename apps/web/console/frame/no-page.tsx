import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';

export function NoPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('frame.noPage.title')}>
      <Empty title={t('frame.noPage.hint')} next={<Link to="/">{t('all.fault.toStart')}</Link>} />
    </Page>
  );
}
