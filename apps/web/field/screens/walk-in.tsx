import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { factNameLimit } from '#contract';
import { type KeptSession, type Trainee, type Where } from '../kept/shapes.ts';
import { type Step } from '../phone/marking.ts';
import { type Fault, likelyVillages, oneLine, readWalkIn, tooMany, type TypedWalkIn } from '../rules/walk-ins.policy.ts';
import { phone } from '../use-phone.ts';
import { Field, Form } from './form.tsx';
import css from './form.module.css';
import { Notice } from './notices.tsx';

interface WalkInProps {
  session: KeptSession;
  where: Where;
  /** Everybody on the roll. */
  people: readonly Trainee[];
  isClosed: boolean;
  onMade: (step: Step) => void;
  onLeave: () => void;
}

const nothing: TypedWalkIn = { name: '', village: '', phone: '' };
const villagesShown = 4;
/** The village of the one before: people of one village come together. */
let lastVillage: string | undefined;

/** Somebody on no list, who came: a name, and what tells them from others of that name. */
export function WalkIn({ session, where, people, isClosed, onMade, onLeave }: WalkInProps) {
  const { t } = useTranslation();
  const form = useId();
  const [typed, setTyped] = useState(nothing);
  const [isTried, setTried] = useState(false);
  const [said, setSaid] = useState<{ what: 'kept' | 'there'; name: string } | null>(null);
  const read = readWalkIn(typed);
  const faults = 'faults' in read ? read.faults : {};
  const type = (part: keyof TypedWalkIn) => (text: string) => {
    setSaid(null);
    setTyped({ ...typed, [part]: text });
  };
  const says = (part: keyof TypedWalkIn): string | false => {
    const fault: Fault | undefined = faults[part];
    if (!fault || (!isTried && fault !== 'tooLong')) return false;
    return t(`field.roll.walkIn.faults.${fault}`, { count: tooMany(typed[part], factNameLimit), limit: factNameLimit });
  };
  const make = async (more: boolean): Promise<void> => {
    setTried(true);
    if (!('walkIn' in read)) return;
    const step = await phone.marking.walkIn(session, read.walkIn, where);
    if (step === null) return;
    const { name, village } = read.walkIn;
    if (step === 'there') return setSaid({ what: 'there', name });
    onMade(step);
    lastVillage = village ?? lastVillage;
    if (!more) return onLeave();
    setTried(false);
    setTyped(nothing);
    setSaid({ what: 'kept', name });
    document.getElementById(form)?.querySelector('input')?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void make(false);
  };
  const namesakes = people.filter(({ name, walkIn }) => !walkIn && name === oneLine(typed.name));
  return (
    <Form
      title={t('field.roll.ways.walkIn')}
      onLeave={onLeave}
      foot={
        <div className={css.deeds}>
          <button type="button" disabled={isClosed} onClick={() => void make(true)}>
            {t('field.roll.walkIn.another')}
          </button>
          <button type="submit" form={form} className="primary" disabled={isClosed}>
            {t('field.roll.walkIn.keep')}
          </button>
        </div>
      }
    >
      {said && (
        <Notice tone={said.what === 'there' ? 'person' : 'plain'}>
          <p>{t(`field.roll.walkIn.${said.what}`, { name: said.name })}</p>
        </Notice>
      )}
      <form id={form} className={css.form} onSubmit={submit}>
        <Field first label={t('field.roll.walkIn.name')} value={typed.name} onType={type('name')} fault={says('name')} />
        {namesakes.length > 0 && (
          <p className={css.hint}>
            {t('field.roll.walkIn.namesake', {
              who: namesakes.map(({ unit, last4 }) => [unit, last4].filter(Boolean).join(' ')).join(t('field.roll.and')),
            })}
          </p>
        )}
        <Field
          label={t('field.roll.walkIn.village')}
          value={typed.village}
          onType={type('village')}
          fault={says('village')}
          picks={likelyVillages(people, lastVillage, villagesShown)}
        />
        <Field numeric label={t('field.roll.walkIn.phone')} value={typed.phone} onType={type('phone')} fault={says('phone')} />
        <p className={css.hint}>{t('field.roll.walkIn.after')}</p>
        {/* Enter in any line saves: the visible buttons stand outside, in thumb's reach. */}
        <input type="submit" hidden />
      </form>
    </Form>
  );
}
