import { useTranslation } from 'react-i18next';
import { type FieldRecord, isHeadCount, type KeptSession } from '../kept/shapes.ts';

/** What a record says, and of whom, as far as the phone still knows. */
export function useWhatIsSaid(record: FieldRecord, session: KeptSession | undefined): { who: string; what: string } {
  const { t } = useTranslation();
  if (isHeadCount(record)) {
    const { count, method, mode, countedBy } = record.mark;
    const many = method === 'estimated' ? t('field.roll.heads.about', { count }) : String(count);
    const who = [t('field.roll.ways.heads'), countedBy].filter(Boolean).join(' · ');
    return { who, what: `${many} · ${t(`field.roll.heads.mode.${mode}`)}` };
  }
  const { personId, walkIn, status, method } = record.mark;
  const name = walkIn?.name ?? session?.roster.find((one) => one.personId === personId)?.name ?? t('field.records.forgotten');
  const beside = walkIn ? t('field.roll.ways.walkIn') : method === 'assisted' && t('domain.method.assisted');
  return { who: [name, beside].filter(Boolean).join(' · '), what: t(`domain.status.${status}`) };
}
