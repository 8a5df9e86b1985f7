import { useTranslation } from 'react-i18next';
import { useAbout } from '../session/about.ts';

/** That the numbers are invented, where they are: said on the page, on paper, in files and in what is copied. */
export function useInvented(): string | undefined {
  const { t } = useTranslation();
  return useAbout().data?.mode === 'demo' ? t('frame.demo') : undefined;
}
