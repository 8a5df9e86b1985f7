import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.ts';
import { day } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useUnsaved } from '../parts/unsaved.tsx';
import { useMay } from '../session/me.ts';
import css from './cell-sheet.module.css';
import { CorrectForm } from './correct-form.tsx';
import { type GridPerson, type GridSession } from './sheet.ts';
import { gridKey } from './questions.ts';
import { type Marking } from './use-marking.ts';
import { Versions } from './versions.tsx';

interface Props {
  classId: string;
  person: GridPerson;
  session: GridSession;
  marking: Marking;
  onClose: () => void;
}

/** One person at one half-day: every mark that was made, who made it and when, and what may be done about it. */
export function CellSheet({ classId, person, session, marking, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = useMay()('attendance.settle');
  const key = [...gridKey(classId), 'cell', session.id, person.personId];
  const marks = useQuery({
    queryKey: key,
    enabled: may,
    staleTime: 0,
    queryFn: async () =>
      (await told(api.GET('/v1/marks', { params: { query: { session: session.id, person: person.personId, limit: 200 } } }))).items,
  });
  const reread = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: gridKey(classId) });
    void client.invalidateQueries({ queryKey: ['waiting'] });
    void client.invalidateQueries({ queryKey: ['figures'] });
  };
  const [isTouched, setTouched] = useState(false);
  const { leave, question, guard } = useUnsaved(isTouched, onClose, false);
  const unsent = marking.unsentOf(person.personId).filter((one) => one.mark.sessionId === session.id);
  const live = (marks.data ?? []).filter((one) => one.live && one.waiting === null);
  const calls = [...new Set((marks.data ?? []).map((one) => one.slot))].sort((a, b) => a - b);
  return (
    <Sheet
      title={`${person.name} · ${day(session.date, { year: false })} ${t(`domain.dayPart.${session.dayPart}`)}`}
      onClose={leave}
      keeps={isTouched}
      foot={question}
    >
      {guard}
      <p className="soft">
        {person.unit} · {session.topic}
      </p>
      {!may && <p className={css.note}>{t('attendance.cell.mayNotSee')}</p>}
      {may && marks.isPending && <Skeleton rows={3} />}
      {marks.isError && <Fault problem={marks.error} again={() => void marks.refetch()} />}
      {marks.data && marks.data.length === 0 && <p className={css.note}>{t('attendance.cell.none')}</p>}
      {live.some((one) => one.disputed) && <p className={css.caution}>{t('attendance.cell.disputed')}</p>}
      {calls.map((slot) => (
        <section key={slot}>
          {calls.length > 1 && <h3>{t('attendance.cell.call', { n: slot })}</h3>}
          <Versions
            marks={marks.data!.filter((one) => one.slot === slot)}
            onTake={
              session.mayMark
                ? (mark) => {
                    marking.mark([{ person, session, slot: mark.slot, status: mark.status, reason: mark.reason ?? undefined }]);
                    marking.queue.kick();
                    onClose();
                  }
                : undefined
            }
            mayDecide={session.mayMark}
            onDecided={reread}
          />
        </section>
      ))}
      {unsent.length > 0 && <p className={css.note}>{t('attendance.cell.unsent', { count: unsent.length })}</p>}
      {session.mayMark && (
        <CorrectForm
          person={person}
          session={session}
          marking={marking}
          slots={calls}
          onTouched={() => setTouched(true)}
          onDone={onClose}
        />
      )}
    </Sheet>
  );
}
