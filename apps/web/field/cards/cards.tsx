import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttendanceStatus, cardDigest, codeOfCard } from '#contract';
import { goBack } from '../address.ts';
import { useWhere } from '../choosing.ts';
import { type KeptSession, type PackPerson } from '../kept/shapes.ts';
import { type Step, type Undone } from '../phone/marking.ts';
import { cameOf } from '../rules/standing.policy.ts';
import { Frame } from '../screens/frame.tsx';
import { Notice } from '../screens/notices.tsx';
import { peopleOf, standingNow, useTally } from '../standing-now.ts';
import { phone } from '../use-phone.ts';
import css from './cards.module.css';
import { give, type Signal } from './signals.ts';
import { useCards } from './use-cards.ts';

/** What came of the card that was shown last. */
type Result =
  | { what: 'marked'; person: PackPerson; step: Step }
  | { what: 'already'; person: PackPerson; status: AttendanceStatus }
  | { what: 'undone'; how: Undone }
  | { what: 'unknown' | 'notCard' | 'notKept' };

const signalOf: Record<Result['what'], Signal> = {
  marked: 'good',
  already: 'again',
  undone: 'again',
  unknown: 'bad',
  notCard: 'bad',
  notKept: 'bad',
};

/** A roster that was kept before cards were known has none. */
const cardsOf = ({ cards = [] }: Partial<Pick<PackPerson, 'cards'>>): string[] => cards;

/** One card after the other is held before the camera; who stands on the roster is marked, and nothing else is touched. */
export function Cards({ session }: { session: KeptSession }) {
  const { t } = useTranslation();
  const people = useMemo(() => peopleOf(session), [session]);
  const byCard = useMemo(() => new Map(people.flatMap((person) => cardsOf(person).map((card) => [card, person] as const))), [people]);
  const where = useWhere(session);
  const tally = useTally(session, people, where.slot);
  const video = useRef<HTMLVideoElement>(null);
  const [result, setResult] = useState<Result | null>(null);

  const judge = async (text: string): Promise<Result> => {
    const code = codeOfCard(text);
    if (code === null) return { what: 'notCard' };
    const person = byCard.get(await cardDigest(code));
    if (!person) return { what: 'unknown' };
    const step = await phone.marking.cardShown(session, person, where);
    if (!step) return { what: 'notKept' };
    if (step.written.length > 0) return { what: 'marked', person, step };
    return { what: 'already', person, status: standingNow(session.id, person, where.slot).status ?? 'present' };
  };
  const tell = (next: Result): void => {
    setResult(next);
    give(signalOf[next.what]);
  };
  const { trouble, isLooking, hasTorch, isLit, light, again } = useCards(video, async (text) => tell(await judge(text)));
  const undo = async (step: Step): Promise<void> => {
    const undone = await phone.marking.undo(step);
    if (undone) tell({ what: 'undone', how: undone });
  };

  return (
    <Frame
      head={
        <div className={css.head}>
          <h1>{t('field.cards.title')}</h1>
          <p>{t('field.cards.came', { count: cameOf(tally), all: people.length })}</p>
        </div>
      }
      foot={
        <div className={css.deeds}>
          {hasTorch && (
            <button type="button" aria-pressed={isLit} onClick={() => void light()}>
              {t(isLit ? 'field.cards.torch.off' : 'field.cards.torch.on')}
            </button>
          )}
          <button type="button" disabled={result?.what !== 'marked'} onClick={() => result?.what === 'marked' && void undo(result.step)}>
            {t('field.cards.undo')}
          </button>
          <button type="button" className="primary" onClick={goBack}>
            {t('field.cards.done')}
          </button>
        </div>
      }
    >
      {byCard.size === 0 && (
        <Notice tone="person">
          <p>{t('field.cards.none')}</p>
        </Notice>
      )}
      {trouble && (
        <Notice tone="person">
          <p>{t(`field.cards.trouble.${trouble}`)}</p>
          <button type="button" onClick={again}>
            {t('field.cards.again')}
          </button>
        </Notice>
      )}
      <div className={css.view} hidden={trouble !== null}>
        <video ref={video} muted playsInline aria-label={t('field.cards.view')} />
      </div>
      {/* Where it does not fit, keys scroll it. */}
      <div className={css.result} role="status" tabIndex={0} data-what={result?.what}>
        {result ? <Said result={result} /> : !trouble && <p>{t(isLooking ? 'field.cards.show' : 'field.cards.starting')}</p>}
      </div>
    </Frame>
  );
}

function Said({ result }: { result: Result }) {
  const { t } = useTranslation();
  if (result.what === 'marked' || result.what === 'already') {
    const status = result.what === 'marked' ? 'present' : result.status;
    return (
      <>
        <b className={css.name}>{result.person.name}</b>
        <span>{result.person.unit}</span>
        <b>{result.what === 'marked' ? t('domain.status.present') : t('field.cards.already', { status: t(`domain.status.${status}`) })}</b>
      </>
    );
  }
  if (result.what === 'undone') return <b>{t(`field.undone.${result.how}`)}</b>;
  return (
    <>
      <b>{t(`field.cards.${result.what}`)}</b>
      {result.what === 'unknown' && <span>{t('field.cards.unknownHint')}</span>}
    </>
  );
}
