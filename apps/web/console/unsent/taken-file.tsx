import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AttendanceStatus, attendanceStatuses, type RefusalCode, type VerdictWord } from '#contract';
import { type Shown } from '../../api/client.ts';
import { day, listed, moment, n } from '../parts/quantities.ts';
import { type Column, Table } from '../parts/table.tsx';
import css from './unsent.module.css';

type Taken = Shown<'TakenUnsentView'>;
type TakenRecord = Taken['records'][number];

/** What needs an eye stands first. */
const order: readonly VerdictWord[] = ['refused', 'conflict', 'review', 'accepted', 'already'];
const isStatus = (word: string | null): word is AttendanceStatus => (attendanceStatuses as readonly (string | null)[]).includes(word);

/** Each record of a phone's file with what became of it, and why. */
export function TakenFile({ of: { phones, writtenAt, records } }: { of: Taken }) {
  const { t } = useTranslation();
  const rows = records
    .map((record, place) => ({ ...record, place }))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.place - b.place);
  const many = (verdict: VerdictWord): number => records.filter((record) => record.verdict === verdict).length;
  const sums = (['accepted', 'already', 'review', 'conflict', 'refused'] as const).filter((verdict) => many(verdict) > 0);
  const written = new Date(writtenAt);
  const columns: Column<TakenRecord & { place: number }>[] = [
    { key: 'who', title: t('unsent.who'), cell: ({ who }) => (who === null ? '—' : <bdi>{who}</bdi>) },
    { key: 'session', title: t('unsent.session'), cell: ({ session }) => <SessionOf of={session} /> },
    {
      key: 'mark',
      title: t('unsent.mark'),
      cell: ({ status, count }) =>
        isStatus(status) ? t(`domain.status.${status}`) : count === null ? t('unsent.unreadable') : t('unsent.heads', { n: n(count) }),
    },
    {
      key: 'verdict',
      title: t('unsent.verdict'),
      cell: ({ verdict }) => <span data-verdict={verdict}>{t(`unsent.said.${verdict}`)}</span>,
    },
    { key: 'reason', title: t('unsent.reason'), cell: ({ code }) => code && t(`refusals.${code as RefusalCode}`) },
  ];
  return (
    <div className={css.taken}>
      <p>
        {t('unsent.from')}{' '}
        {listed(phones.map(({ name, label }) => (label === null ? t('unsent.phone', { name }) : t('unsent.phoneOf', { name, label }))))}
        {!Number.isNaN(written.getTime()) && ` · ${t('unsent.written')} ${moment(writtenAt)}`}
      </p>
      <p role="status" className={css.sums}>
        {sums.length === 0 ? t('unsent.none') : sums.map((verdict) => t(`unsent.sum.${verdict}`, { n: n(many(verdict)) })).join(' · ')}
      </p>
      {rows.length > 0 && <Table label={t('unsent.title')} columns={columns} rows={rows} rowKey={({ place }) => String(place)} />}
    </div>
  );
}

function SessionOf({ of }: { of: TakenRecord['session'] }) {
  const { t } = useTranslation();
  if (of === null) return <>—</>;
  return (
    <Link to={`/classes/${of.classId}/attendance`}>
      {day(of.date)} {t(`domain.dayPart.${of.dayPart}`)} · {of.topic}
    </Link>
  );
}
