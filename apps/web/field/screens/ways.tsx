import { useTranslation } from 'react-i18next';
import { rollCallLimit } from '#contract';
import { goTo, type OverRoll } from '../address.ts';
import { type KeptSession, type Where } from '../kept/shapes.ts';
import { choose } from '../choosing.ts';
import { type RollCall } from '../rules/roll-calls.policy.ts';
import css from './ways.module.css';

interface WaysProps {
  session: KeptSession;
  where: Where;
  calls: readonly RollCall[];
  disabled: boolean;
  /** The roll by village; `null` where all are of one. */
  byVillage: { isOn: boolean; turn: () => void } | null;
}

/** What is recorded otherwise than by a tap on a name. */
export function Ways({ session, where, calls, disabled, byVillage }: WaysProps) {
  const { t } = useTranslation();
  const go = (over: OverRoll) => () => goTo({ at: 'roll', sessionId: session.id, over });
  return (
    <div className={css.ways}>
      <button type="button" disabled={disabled} onClick={go('walkIn')}>
        {t('field.roll.ways.walkIn')}
      </button>
      <button type="button" disabled={disabled} onClick={go('heads')}>
        {t('field.roll.ways.heads')}
      </button>
      <button type="button" disabled={disabled} onClick={go('assisted')}>
        {t('domain.method.assisted')}
      </button>
      {session.photos && (
        <button type="button" disabled={disabled} onClick={() => goTo({ at: 'photos', sessionId: session.id })}>
          {t('field.photos.open')}
        </button>
      )}
      {session.checkpoints.length === 0 && calls.length < rollCallLimit && (
        <button type="button" disabled={disabled} onClick={() => choose(session.id, { ...where, slot: calls.length + 1 })}>
          {t('field.roll.ways.again')}
        </button>
      )}
      {byVillage && (
        <button type="button" aria-pressed={byVillage.isOn} onClick={byVillage.turn}>
          {t('field.roll.groups.byVillage')}
        </button>
      )}
    </div>
  );
}
