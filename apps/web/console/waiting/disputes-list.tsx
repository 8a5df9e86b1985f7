import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses, type AttendanceStatus, type Verdict } from '#contract';
import { api, type Shown, told } from '../../api/client.ts';
import { uuid } from '../../api/uuid.ts';
import { Versions } from '../attendance/versions.tsx';
import { markedNow } from '../attendance/use-marking.ts';
import { type PagesOf } from '../parts/pages-of.ts';
import { n } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton, useSaid } from '../parts/states.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { disagreement, type Dispute, settlingKey } from './disputes.ts';
import { useMarkCsv } from './mark-csv.ts';
import { type Mark, type Settled } from './questions.ts';
import { SessionOf } from './session-of.tsx';
import { WhoMarked } from './who-marked.tsx';
import css from './waiting.module.css';

interface Props {
  list: PagesOf<Mark>;
  disputes: readonly Dispute[];
  filtered: boolean;
  onClear: () => void;
  settled: Settled;
}

/** What was said differently about one person at one half-day: one version is kept, or another is written. */
export function DisputesList({ list, disputes, filtered, onClear, settled }: Props) {
  const { t } = useTranslation();
  const csv = useMarkCsv();
  if (list.isPending) return <Skeleton rows={8} />;
  if (list.isError && disputes.length === 0) return <Fault problem={list.error} again={() => void list.refetch()} />;
  if (disputes.length === 0 && !list.hasNextPage)
    return filtered ? (
      <Empty title={t('all.noResult')} next={<Button onClick={onClear}>{t('all.clear')}</Button>}>
        {t('all.noResultHint')}
      </Empty>
    ) : (
      <Empty title={t('waiting.disputes.empty')}>{t('waiting.disputes.emptyHint')}</Empty>
    );
  return (
    <>
      <p className="offPaper">
        <TakeAway name={t('all.waiting.disputes')} rows={disputes.flatMap(({ marks }) => marks)} columns={csv} />
      </p>
      {list.hasNextPage && <p className="onPaper">{t('all.cutOnPaper', { shown: n(disputes.length) })}</p>}
      <ol className={css.disputes}>
        {disputes.map((dispute) => (
          <DisputeItem key={dispute.key} dispute={dispute} settled={settled} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('all.moreRows')}
        </Button>
      )}
    </>
  );
}

function DisputeItem({ dispute: { marks }, settled }: { dispute: Dispute; settled: Settled }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const [busy, setBusy] = useState(false);
  // The mark is made once for each answer: pressed again after a failure it is the same mark, as long as it settles the same marks.
  const [made] = useState(() => new Map<string, Shown<'MarkEventShape'>>());
  const [first] = marks;
  const settle = async (status: AttendanceStatus, like: Mark): Promise<void> => {
    const answer = settlingKey(status, marks);
    const mark = made.get(answer) ?? {
      id: uuid(),
      sessionId: like.sessionId,
      slot: like.slot,
      personId: like.personId!,
      status,
      method: 'roll' as const,
      at: markedNow(),
      replaces: marks.map((one) => one.id),
      ...(like.viewingPointId && { viewingPointId: like.viewingPointId }),
      ...(like.reason && { reason: like.reason }),
    };
    made.set(answer, mark);
    setBusy(true);
    try {
      const { verdicts } = await told(api.POST('/v1/marks', { body: { marks: [mark] } }));
      const verdict = verdicts[0] as Verdict | undefined;
      if (verdict?.verdict === 'refused' || verdict?.verdict === 'conflict') {
        made.delete(answer);
        void message.error(t(`refusals.${verdict.code ?? 'unexpected'}`));
        return;
      }
      // In a class that is closed what is settled now would only wait in its turn: it is admitted with the same word.
      if (verdict?.code === 'classClosed') {
        const header = settled.keyOf(`admit ${mark.id}`);
        await told(api.POST('/v1/marks/{id}/decide', { params: { path: { id: mark.id }, header }, body: { decision: 'admit' } }));
      }
      settled.hide([disagreement(marks)]);
      void message.success(t('waiting.disputes.did', { status: t(`domain.status.${status}`) }));
      settled.refresh();
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setBusy(false);
    }
  };
  if (!first) return null;
  return (
    <li className={css.dispute} aria-busy={busy}>
      <header>
        <div className={css.about} role="heading" aria-level={2}>
          <WhoMarked mark={first} />
        </div>
        <div>
          <SessionOf of={first} />
          {first.slot > 1 && <span className="note"> {t('attendance.cell.call', { n: first.slot })}</span>}
        </div>
      </header>
      <Versions
        marks={marks}
        onTake={first.mayDecide && !busy ? (mark) => void settle(mark.status, mark) : undefined}
        mayDecide={false}
        onDecided={async () => settled.refresh()}
      />
      {first.mayDecide ? (
        <p className={css.other}>
          <span className="note">{t('waiting.disputes.will')}</span>
          <Select<AttendanceStatus>
            size="small"
            style={{ width: 130 }}
            aria-label={t('waiting.disputes.another')}
            placeholder={t('waiting.disputes.another')}
            disabled={busy}
            value={null as never}
            options={attendanceStatuses
              .filter((status) => !marks.some((mark) => mark.status === status))
              .map((status) => ({ value: status, label: t(`domain.status.${status}`) }))}
            onChange={(status) => void settle(status, first)}
          />
        </p>
      ) : (
        <p className={css.why}>{t('waiting.notYourUnit')}</p>
      )}
    </li>
  );
}
