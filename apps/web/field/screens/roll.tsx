import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goBackTo, goTo, type OverRoll } from '../address.ts';
import { type KeptSession, type Trainee } from '../kept/shapes.ts';
import { useWhere } from '../choosing.ts';
import { type Step, type Undone } from '../phone/marking.ts';
import { fits } from '../rules/find-people.ts';
import { groupsOf } from '../rules/groups.policy.ts';
import { peopleOf, unmarkedOf, useRollCalls, useTally, useWalkIns } from '../standing-now.ts';
import { phone, usePhone } from '../use-phone.ts';
import { Assisted } from './assisted.tsx';
import { Frame } from './frame.tsx';
import { Groups } from './groups.tsx';
import { Heads } from './heads.tsx';
import { Notice } from './notices.tsx';
import { People } from './people.tsx';
import { Remarks, RollHead } from './roll-head.tsx';
import css from './roll.module.css';
import { WalkIn } from './walk-in.tsx';
import { Ways } from './ways.tsx';
import { ChooseWhere } from './where.tsx';

/** Steps that can be taken back while the roll is open. */
const stepsKept = 200;

/** The roll of one session: a name is a button, and nothing moves under the finger. What else is recorded there lies over it. */
export function Roll({ session, over }: { session: KeptSession; over: OverRoll | undefined }) {
  const { t } = useTranslation();
  const isRevoked = usePhone((standing) => standing.revoked !== null);
  const isClosed = isRevoked || session.hidden;
  const people = useMemo(() => peopleOf(session), [session]);
  const strangers = useWalkIns(session);
  const where = useWhere(session);
  const { slot, room } = where;
  const calls = useRollCalls(session, slot);
  const rooms = useMemo(() => new Map(session.viewingPoints.map(({ id, name }) => [id, name])), [session]);
  const tally = useTally(session, people, slot);
  const [typed, setTyped] = useState('');
  /** Who was unmarked when only those were asked for: marked since, they stay where they are. */
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null);
  const steps = useRef<Step[]>([]);
  const [said, setSaid] = useState<Undone | null>(null);
  const [hasSteps, setHasSteps] = useState(false);
  /** Who is marked with a reason and a witness. */
  const [assisted, setAssisted] = useState<Trainee | null>(null);
  /** Open from the start where few names are to be expected. */
  const [hasWays, setWays] = useState(session.rosterKind === 'open');
  const hasVillages = useMemo(() => groupsOf(people).length > 1, [people]);
  const [isByVillage, setByVillage] = useState(false);
  useEffect(() => setAssisted(null), [over]);
  useEffect(() => setOnly(null), [slot]);

  const note = useCallback((step: Step | null): void => {
    setSaid(null);
    if (!step || step.written.length === 0) return;
    steps.current = [...steps.current, step].slice(-stepsKept);
    setHasSteps(true);
  }, []);
  const isPicking = over === 'assisted';
  const tap = useCallback(
    (person: Trainee) => (isPicking ? setAssisted(person) : void phone.marking.tap(session, person, { slot, room }).then(note)),
    [note, session, slot, room, isPicking],
  );
  const allPresent = useCallback(
    (some: readonly Trainee[]): void => void phone.marking.allPresent(session, some, { slot, room }).then(note),
    [note, session, slot, room],
  );
  const undo = async (): Promise<void> => {
    const step = steps.current.pop();
    setHasSteps(steps.current.length > 0);
    if (!step) return;
    const undone = await phone.marking.undo(step);
    setSaid(undone);
    if (undone !== null) return;
    steps.current.push(step);
    setHasSteps(true);
  };
  const leave = (): void => goBackTo({ at: 'roll', sessionId: session.id });
  const [shown, strangersShown] = useMemo(() => {
    const isShown = (person: Trainee): boolean => (!only || only.has(person.personId)) && fits(person, typed);
    return [people.filter(isShown), strangers.filter(isShown)];
  }, [people, strangers, only, typed]);
  /** How many the button marks: of the whole roll, or of those alone that are on the screen. */
  const isPart = shown.length < people.length;
  const toMark = isPart ? unmarkedOf(session, shown, slot).length : tally.unmarked;
  const groups = useMemo(() => (isByVillage && hasVillages ? groupsOf(shown) : null), [isByVillage, hasVillages, shown]);
  const everyone = [...people, ...strangers];
  const rows = (of: readonly Trainee[]) => (
    <People sessionId={session.id} people={of} call={slot} rooms={rooms} onTap={isClosed ? null : tap} />
  );
  const byVillage = hasVillages ? { isOn: isByVillage, turn: () => setByVillage(!isByVillage) } : null;
  const form =
    over === 'walkIn' ? (
      <WalkIn session={session} where={where} people={everyone} isClosed={isClosed} onMade={note} onLeave={leave} />
    ) : over === 'heads' ? (
      <Heads session={session} where={where} isClosed={isClosed} onLeave={leave} />
    ) : isPicking && assisted ? (
      <Assisted session={session} where={where} person={assisted} isClosed={isClosed} onMade={note} onLeave={leave} />
    ) : null;
  return (
    <>
      {form}
      <div hidden={form !== null}>
        <Frame
          head={<RollHead session={session} tally={tally} strangers={strangers} where={where} calls={calls} isClosed={isClosed} />}
          foot={
            <>
              <ChooseWhere session={session} where={where} calls={calls} />
              {hasWays && !isPicking && <Ways session={session} where={where} calls={calls} disabled={isClosed} byVillage={byVillage} />}
              <div className={css.find}>
                <input
                  type="search"
                  enterKeyHint="done"
                  autoComplete="off"
                  aria-label={t('field.find')}
                  placeholder={t('field.find')}
                  value={typed}
                  onChange={({ target }) => setTyped(target.value)}
                  onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
                />
                {typed !== '' ? (
                  <button type="button" onClick={() => setTyped('')}>
                    {t('field.clear')}
                  </button>
                ) : (
                  <button type="button" aria-expanded={hasWays} onClick={() => setWays(!hasWays)}>
                    {t(hasWays ? 'field.roll.ways.less' : 'field.roll.ways.more')}
                  </button>
                )}
                {!isPicking && (
                  <button type="button" disabled={isClosed} onClick={() => goTo({ at: 'cards', sessionId: session.id })}>
                    {t('field.cards.open')}
                  </button>
                )}
              </div>
              {isPicking ? (
                <button type="button" className={css.cancel} onClick={leave}>
                  {t('field.roll.cancel')}
                </button>
              ) : (
                <div className={css.deeds}>
                  <button
                    type="button"
                    className={css.toggle}
                    data-on={only !== null}
                    onClick={() => setOnly(only ? null : idsOf(unmarkedOf(session, people, slot)))}
                  >
                    {only ? t('field.everyone', { count: people.length }) : t('field.unmarked', { count: tally.unmarked })}
                  </button>
                  <button type="button" disabled={!hasSteps || isClosed} onClick={() => void undo()}>
                    {t('field.undo')}
                  </button>
                  <button type="button" className="primary" disabled={toMark === 0 || isClosed} onClick={() => allPresent(shown)}>
                    {tally.unmarked === 0
                      ? t('field.nobodyLeft')
                      : isPart
                        ? t('field.shownPresent', { count: toMark })
                        : t('field.allPresent')}
                  </button>
                </div>
              )}
            </>
          }
        >
          <Remarks session={session} />
          {isPicking && (
            <Notice tone="person">
              <p>{t('field.roll.assisted.pick')}</p>
            </Notice>
          )}
          {said && (
            <Notice tone={said === 'cannot' ? 'person' : 'plain'}>
              <p>{t(`field.undone.${said}`)}</p>
            </Notice>
          )}
          {shown.length === 0 && strangersShown.length === 0 && (
            <p className={css.nobody}>{t(everyone.length === 0 ? 'field.roll.noRoster' : 'field.nobody')}</p>
          )}
          {groups ? (
            <Groups session={session} groups={groups} call={slot} rows={rows} onAllPresent={isClosed || isPicking ? null : allPresent} />
          ) : (
            rows(shown)
          )}
          {strangersShown.length > 0 && (
            <section>
              <h2 className={css.group}>{t('field.roll.strangers', { count: strangersShown.length })}</h2>
              {rows(strangersShown)}
            </section>
          )}
        </Frame>
      </div>
    </>
  );
}

const idsOf = (people: readonly Trainee[]): ReadonlySet<string> => new Set(people.map(({ personId }) => personId));
