import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/states.tsx';

/** A page that broke, or whose file did not arrive. */
export function PageFault() {
  const { t } = useTranslation();
  return <Empty title={t('all.fault.lost')} next={<Button onClick={() => window.location.reload()}>{t('all.fault.reload')}</Button>} />;
}
