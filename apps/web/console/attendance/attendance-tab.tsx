import { useTranslation } from 'react-i18next';
import { useAddress } from '../parts/address.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { GridView } from './grid-view.tsx';
import { Paper } from './paper.tsx';
import { useGrid } from './questions.ts';
import { useMarking } from './use-marking.ts';
import { useStay } from './use-stay.ts';

/** The attendance of a class: the grid, or the signed sheet of one of its sessions; which one stands in the address. */
export function AttendanceTab({ classId }: { classId: string }) {
  const { t } = useTranslation();
  const { get } = useAddress();
  const asked = useGrid(classId);
  const marking = useMarking(classId);
  useStay(marking);
  if (asked.isPending) return <Skeleton rows={12} />;
  if (asked.data === undefined) return <Fault problem={asked.error} again={() => void asked.refetch()} />;
  const grid = asked.data;
  if (grid.sessions.length === 0) return <Empty title={t('attendance.empty.sessions')}>{t('attendance.empty.sessionsHint')}</Empty>;
  const session = grid.sessions.find((one) => one.id === get('paper'));
  if (session) return <Paper key={session.id} grid={grid} session={session} marking={marking} />;
  if (grid.people.length === 0) return <Empty title={t('attendance.empty.people')}>{t('attendance.empty.peopleHint')}</Empty>;
  return (
    <>
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      <GridView grid={grid} marking={marking} />
    </>
  );
}
