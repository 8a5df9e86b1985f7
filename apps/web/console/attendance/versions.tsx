import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, type Shown, told } from '../../api/client.ts';
import { cx } from '../parts/class-names.ts';
import { moment } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';
import css from './cell-sheet.module.css';

export type ShownMark = Shown<'MarkView'>;

interface Props {
  marks: readonly ShownMark[];
  /** Makes this version the one that holds. */
  onTake?: (mark: ShownMark) => void;
  mayDecide: boolean;
  onDecided: () => Promise<unknown>;
}

/** The marks of one roll call side by side: what each says, who made it, when and where it came from; those in force first. */
export function Versions({ marks, onTake, mayDecide, onDecided }: Props) {
  const ordered = [...marks].sort((a, b) => Number(b.live) - Number(a.live) || (a.receivedAt < b.receivedAt ? 1 : -1));
  return (
    <ol className={css.versions}>
      {ordered.map((mark) => (
        <Version key={mark.id} mark={mark} onTake={onTake} mayDecide={mayDecide} onDecided={onDecided} />
      ))}
    </ol>
  );
}

export function Version({ mark, onTake, mayDecide, onDecided }: Omit<Props, 'marks'> & { mark: ShownMark }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const [deciding, setDeciding] = useState(false);
  const key = useRef(once());
  const decide = async (decision: 'admit' | 'reject' | 'withdraw'): Promise<void> => {
    setDeciding(true);
    try {
      await told(api.POST('/v1/marks/{id}/decide', { params: { path: { id: mark.id }, header: key.current }, body: { decision } }));
      key.current = once();
      await onDecided();
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setDeciding(false);
    }
  };
  const standing =
    mark.decision === 'reject' ? 'rejected' : mark.waiting ? 'waits' : mark.live ? (mark.disputed ? 'disputed' : 'inForce') : 'replaced';
  return (
    <li className={cx(css.version, !mark.live && css.past)}>
      <b className={css.mark} data-status={mark.status} aria-hidden="true">
        {t(`domain.statusMark.${mark.status}`)}
      </b>
      <div className={css.words}>
        <p>
          <b>{t(`domain.status.${mark.status}`)}</b> <span className={css.standing}>{t(`attendance.standing.${standing}`)}</span>
        </p>
        <MadeBy mark={mark} />
      </div>
      <div className={css.does}>
        {onTake && mark.live && mark.disputed && (
          <Button size="small" onClick={() => onTake(mark)}>
            {t('attendance.cell.take', { status: t(`domain.status.${mark.status}`) })}
          </Button>
        )}
        {mayDecide && mark.waiting && (mark.waiting === 'offRoster' || mark.waiting === 'classClosed') && (
          <Button size="small" loading={deciding} onClick={() => void decide('admit')}>
            {t('attendance.cell.admit')}
          </Button>
        )}
        {mayDecide && mark.live && mark.decision === null && (
          <Button size="small" loading={deciding} onClick={() => void decide('reject')}>
            {t('attendance.cell.reject')}
          </Button>
        )}
        {mayDecide && mark.decision !== null && (
          <Button size="small" loading={deciding} onClick={() => void decide('withdraw')}>
            {t('attendance.cell.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Who, when, from where, and what was said beside it. */
export function MadeBy({ mark }: { mark: ShownMark }) {
  const { t } = useTranslation();
  const lines = [
    mark.waiting && t(`attendance.waitsFor.${mark.waiting}`),
    mark.reason && t('attendance.cell.reason', { text: mark.reason }),
    mark.witness && t('attendance.cell.witness', { text: mark.witness }),
    mark.note && t('attendance.cell.note', { text: mark.note }),
    mark.unknownDevice && t('attendance.cell.unknownDevice'),
    mark.revokedDevice && t('attendance.cell.revokedDevice'),
    mark.late && t('attendance.hint.late'),
  ].filter(Boolean);
  return (
    <p className="note">
      {[
        mark.madeBy ?? (mark.origin === 'import' ? null : t('attendance.cell.nobody')),
        t(`attendance.origin.${mark.origin}`),
        t(`domain.method.${mark.method}`),
        t('attendance.cell.received', { at: moment(mark.receivedAt) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      {lines.map((line) => (
        <span key={String(line)} className={css.line}>
          {line}
        </span>
      ))}
    </p>
  );
}
