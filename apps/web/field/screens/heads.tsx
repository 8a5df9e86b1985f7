import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { headCountLimit, type HeadCountMethod, headCountMethods, type HeadCountMode, factNameLimit } from '#contract';
import { uuid } from '../../api/uuid.ts';
import { type KeptSession, type Where } from '../kept/shapes.ts';
import { choose } from '../choosing.ts';
import { headsIn, type StandingCount } from '../rules/heads.policy.ts';
import { oneLine, tooMany } from '../rules/walk-ins.policy.ts';
import { useOwnHeads } from '../standing-now.ts';
import { phone, usePhone } from '../use-phone.ts';
import { Field, Form } from './form.tsx';
import css from './heads.module.css';
import { Notice } from './notices.tsx';
import { NumberPad } from './number-pad.tsx';
import { ChooseRoom } from './where.tsx';

interface HeadsProps {
  session: KeptSession;
  where: Where;
  isClosed: boolean;
  onLeave: () => void;
}

/** What was typed, under an id of its own. */
const nothingTyped = (): { digits: string; id: string } => ({ digits: '', id: uuid() });

/** How many stand in a room: the whole of it, or a part that is added to what others counted, as whoever counts says. */
export function Heads({ session, where, isClosed, onLeave }: HeadsProps) {
  const { t } = useTranslation();
  const own = useOwnHeads(session.id);
  const holder = usePhone((standing) => standing.holder);
  const [{ digits, id }, setTyped] = useState(nothingTyped);
  const isKeeping = useRef(false);
  const [method, setMethod] = useState<HeadCountMethod>('counted');
  const [countedBy, setCountedBy] = useState(holder?.name ?? '');
  const [isSent, setSent] = useState(false);
  const heads = headsIn(session, own, where.room);
  const count = Number(digits);
  const isTooMany = count > headCountLimit;
  const by = oneLine(countedBy);
  const over = tooMany(countedBy, factNameLimit);
  const isReady = digits !== '' && !isTooMany && by !== '' && over === 0 && !isClosed;
  const keep = async (mode: HeadCountMode): Promise<void> => {
    // A second tap comes sooner than the disk answers.
    if (isKeeping.current) return;
    isKeeping.current = true;
    try {
      const isKept = await phone.counting.count({ id, sessionId: session.id, room: where.room, mode, count, method, countedBy: by });
      if (isKept) setTyped((typed) => (typed.id === id ? nothingTyped() : typed));
    } finally {
      isKeeping.current = false;
    }
  };
  const takeBack = async (one: StandingCount): Promise<void> => setSent(!(await phone.counting.takeBack(one.own!)));
  const sum = (heads.folded?.count ?? 0) + count;
  return (
    <Form
      title={t('field.roll.ways.heads')}
      onLeave={onLeave}
      foot={
        <>
          <div className={css.number}>
            <p>
              <output aria-label={t('field.roll.heads.number')}>{digits === '' ? '—' : count.toLocaleString('en-US')}</output>
              {heads.folded && (
                <span>
                  {t('field.roll.heads.soFar')} <b>{heads.folded.count}</b>
                </span>
              )}
            </p>
            {headCountMethods.map((one) => (
              <button key={one} type="button" aria-pressed={one === method} onClick={() => setMethod(one)}>
                {t(`domain.counted.${one}`)}
              </button>
            ))}
          </div>
          {isTooMany && (
            <p className={css.fault} role="alert">
              {t('field.roll.heads.tooMany', { limit: headCountLimit.toLocaleString('en-US') })}
            </p>
          )}
          <NumberPad digits={digits} onType={(typed) => setTyped({ digits: typed, id: uuid() })} />
          <div className={css.deeds}>
            <button type="button" disabled={!isReady || heads.hasWhole} onClick={() => void keep('add')}>
              {t('field.roll.heads.add')}
              {heads.standing.length > 0 && !heads.hasWhole && digits !== '' && <span>{t('field.roll.heads.sum', { count: sum })}</span>}
            </button>
            <button type="button" className={isReady ? 'primary' : ''} disabled={!isReady} onClick={() => void keep('replace')}>
              {t('field.roll.heads.replace')}
              {heads.standing.length > 0 && <span>{t('field.roll.heads.insteadOf', { count: heads.folded!.count })}</span>}
            </button>
          </div>
        </>
      }
    >
      {isSent && (
        <Notice tone="person">
          <p>{t('field.roll.heads.cannotUndo')}</p>
        </Notice>
      )}
      {heads.folded?.disputed && (
        <Notice tone="person">
          <p>{t('field.roll.heads.disputed')}</p>
        </Notice>
      )}
      <div className={css.room}>
        <ChooseRoom session={session} room={where.room} onChoose={(room) => choose(session.id, { ...where, room })} />
      </div>
      <Standing counts={heads.standing} total={heads.folded?.count ?? null} disabled={isClosed} onTakeBack={(one) => void takeBack(one)} />
      {heads.hasWhole && <p className={css.hint}>{t('field.roll.heads.hasWhole')}</p>}
      <div className={css.who}>
        <Field
          label={t('field.roll.heads.countedBy')}
          value={countedBy}
          onType={setCountedBy}
          fault={
            over > 0
              ? t('field.roll.walkIn.faults.tooLong', { count: over, limit: factNameLimit })
              : by === '' && t('field.roll.heads.nobody')
          }
        />
      </div>
    </Form>
  );
}

interface StandingProps {
  counts: readonly StandingCount[];
  total: number | null;
  disabled: boolean;
  onTakeBack: (one: StandingCount) => void;
}

/** What stands in the room so far, and who said it. */
function Standing({ counts, total, disabled, onTakeBack }: StandingProps) {
  const { t } = useTranslation();
  if (total === null) return <p className={css.hint}>{t('field.roll.heads.none')}</p>;
  return (
    <section aria-label={t('field.roll.heads.standing')}>
      <p className={css.total}>
        {t('field.roll.heads.total')} <b>{total}</b>
      </p>
      <ul className={css.counts}>
        {counts.map((one) => (
          <li key={one.id}>
            <b>{one.method === 'estimated' ? t('field.roll.heads.about', { count: one.count }) : one.count}</b>
            <span>
              {[
                t(`field.roll.heads.mode.${one.mode}`),
                one.countedBy,
                one.verified && t('field.roll.heads.verified'),
                one.own?.state === 'waiting' && t('field.unsent'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {one.own?.state === 'waiting' && !one.own.tried && (
              <button type="button" disabled={disabled} onClick={() => onTakeBack(one)}>
                {t('field.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
