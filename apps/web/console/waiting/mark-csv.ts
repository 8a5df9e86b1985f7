import { useTranslation } from 'react-i18next';
import { type CsvColumns } from '../parts/csv.ts';
import { type Mark } from './questions.ts';

/** A mark that waits, as a line of a file: what its list shows of it, and nothing that it does not. */
export function useMarkCsv(): CsvColumns<Mark> {
  const { t } = useTranslation();
  const name = ({ person, walkIn }: Mark): string =>
    (person && 'name' in person && person.name) || walkIn?.name || t('waiting.marks.movedAway');
  return [
    [t('waiting.marks.who'), name],
    [t('all.unit'), ({ person, walkIn }) => (person && 'unit' in person ? person.unit : walkIn?.village)],
    [t('all.date'), ({ date }) => date],
    [t('waiting.session'), ({ dayPart, topic }) => `${t(`domain.dayPart.${dayPart}`)} ${topic}`],
    [t('waiting.class'), ({ className }) => className],
    [t('waiting.marks.mark'), ({ status }) => t(`domain.status.${status}`)],
  ];
}
