import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptSession, type Where } from '../kept/shapes.ts';
import { clockAt } from '../clock.ts';
import { choose } from '../choosing.ts';
import { type RollCall } from '../rules/roll-calls.policy.ts';
import css from './where.module.css';

/** A stop by its number and name, a roll call by its number. */
export function useCallName(): (call: RollCall) => string {
  const { t } = useTranslation();
  return ({ slot, stop }) => (stop === null ? t('field.roll.call', { n: slot }) : `${slot} ${stop}`);
}

/** Which roll call or stop, and which room, is marked now. Nothing where there is but one of each. */
export function ChooseWhere({ session, where, calls }: { session: KeptSession; where: Where; calls: readonly RollCall[] }) {
  const { t } = useTranslation();
  const callName = useCallName();
  const go = (change: Partial<Where>): void => choose(session.id, { ...where, ...change });
  return (
    <>
      {calls.length > 1 && (
        <Chips label={t(session.checkpoints.length > 0 ? 'field.roll.stops' : 'field.roll.calls')}>
          {calls.map((call) => (
            <OneChip key={call.slot} isOn={call.slot === where.slot} onTap={() => go({ slot: call.slot })}>
              {callName(call)}
              {call.arrivedAt && <small>{t('field.roll.arrived', { at: clockAt(call.arrivedAt) })}</small>}
            </OneChip>
          ))}
        </Chips>
      )}
      <ChooseRoom session={session} room={where.room} onChoose={(room) => go({ room })} />
    </>
  );
}

export function ChooseRoom({
  session,
  room,
  onChoose,
}: {
  session: KeptSession;
  room?: string;
  onChoose: (room: string | undefined) => void;
}) {
  const { t } = useTranslation();
  if (session.viewingPoints.length === 0) return null;
  return (
    <Chips label={t('field.roll.rooms')}>
      <OneChip isOn={room === undefined} onTap={() => onChoose(undefined)}>
        {t('field.roll.mainRoom')}
      </OneChip>
      {session.viewingPoints.map(({ id, name }) => (
        <OneChip key={id} isOn={room === id} onTap={() => onChoose(id)}>
          {name}
        </OneChip>
      ))}
    </Chips>
  );
}

const Chips = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={css.chips} role="group" aria-label={label}>
    {children}
  </div>
);

function OneChip({ isOn, onTap, children }: { isOn: boolean; onTap: () => void; children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOn) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isOn]);
  return (
    <button ref={button} type="button" className={css.chip} aria-pressed={isOn} onClick={onTap}>
      {children}
    </button>
  );
}
