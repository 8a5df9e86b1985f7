import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses, type AttendanceStatus, factNameLimit, factReasonLimit } from '#contract';
import { type KeptSession, type Trainee, type Where } from '../kept/shapes.ts';
import { type Step } from '../phone/marking.ts';
import { oneLine, tooMany } from '../rules/walk-ins.policy.ts';
import { phone } from '../use-phone.ts';
import { Field, Form } from './form.tsx';
import css from './form.module.css';

interface AssistedProps {
  session: KeptSession;
  where: Where;
  person: Trainee;
  isClosed: boolean;
  onMade: (step: Step) => void;
  onLeave: () => void;
}

const limits = { reason: factReasonLimit, witness: factNameLimit };

/** For one who does not sign: what is recorded, why somebody else does it, and who stood by. */
export function Assisted({ session, where, person, isClosed, onMade, onLeave }: AssistedProps) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<AttendanceStatus>('present');
  const [typed, setTyped] = useState({ reason: '', witness: '' });
  const [isTried, setTried] = useState(false);
  const says = (part: keyof typeof typed): string | false => {
    const [over, limit] = [tooMany(typed[part], limits[part]), limits[part]];
    if (over > 0) return t('field.roll.walkIn.faults.tooLong', { count: over, limit });
    return isTried && oneLine(typed[part]) === '' && t(`field.roll.assisted.missing.${part}`);
  };
  const keep = async (): Promise<void> => {
    setTried(true);
    const [reason, witness] = [oneLine(typed.reason), oneLine(typed.witness)];
    if (reason === '' || witness === '' || tooMany(reason, limits.reason) > 0 || tooMany(witness, limits.witness) > 0) return;
    const step = await phone.marking.assist(session, person, where, { status, reason, witness });
    if (!step) return;
    onMade(step);
    onLeave();
  };
  return (
    <Form
      title={`${t('domain.method.assisted')} · ${person.name}`}
      onLeave={onLeave}
      foot={
        <div className={css.deeds}>
          <button type="button" className="primary" disabled={isClosed} onClick={() => void keep()}>
            {t('field.roll.walkIn.keep')}
          </button>
        </div>
      }
    >
      <div className={css.form}>
        <p className={css.hint}>{[person.name, person.unit, person.last4].filter(Boolean).join(' · ')}</p>
        <div className={css.picks} role="group" aria-label={t('field.roll.assisted.status')}>
          {attendanceStatuses.map((one) => (
            <button key={one} type="button" aria-pressed={one === status} onClick={() => setStatus(one)}>
              {t(`domain.status.${one}`)}
            </button>
          ))}
        </div>
        <Field
          label={t('field.roll.assisted.reason')}
          value={typed.reason}
          onType={(reason) => setTyped({ ...typed, reason })}
          fault={says('reason')}
          picks={[t('field.roll.assisted.reasons.writing'), t('field.roll.assisted.reasons.eyes')]}
        />
        <Field
          label={t('field.roll.assisted.witness')}
          value={typed.witness}
          onType={(witness) => setTyped({ ...typed, witness })}
          fault={says('witness')}
        />
      </div>
    </Form>
  );
}
