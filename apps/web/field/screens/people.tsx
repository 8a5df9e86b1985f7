import { type CSSProperties, memo, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses } from '#contract';
import { type Trainee } from '../kept/shapes.ts';
import { Person, type PersonWords } from './person.tsx';
import css from './person.module.css';

interface PeopleProps {
  sessionId: string;
  people: readonly Trainee[];
  call: number;
  rooms: ReadonlyMap<string, string>;
  /** `null`: nothing can be marked any more. */
  onTap: ((person: Trainee) => void) | null;
}

/** A stretch of the roll: more than a screen shows. Those out of view are neither laid out nor painted, and the rest are drawn while nobody waits. */
const stretch = 40;
const several = 3;

/** The names of a roll. A tap changes one of a thousand: the others are not gone through for it. */
export const People = memo(function People({ sessionId, people, call, rooms, onTap }: PeopleProps) {
  const words = useWords();
  const stretches = useMemo(
    () => Array.from({ length: Math.ceil(people.length / stretch) }, (_, i) => people.slice(i * stretch, (i + 1) * stretch)),
    [people],
  );
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= stretches.length) return;
    const timer = setTimeout(() => setDrawn(drawn + several));
    return () => clearTimeout(timer);
  }, [drawn, stretches.length]);
  return stretches.slice(0, drawn).map((some) => (
    <ul key={some[0]!.personId} className={css.stretch} style={{ '--rows': some.length } as CSSProperties}>
      {some.map((person) => (
        <Person key={person.personId} sessionId={sessionId} person={person} call={call} rooms={rooms} onTap={onTap} words={words} />
      ))}
    </ul>
  ));
});

/** Looked up once for all: a thousand rows that each ask for their words take longer than all else. */
function useWords(): PersonWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      nothing: t('field.nothing'),
      matched: t('field.roll.matched'),
      disputed: t('field.disputed'),
      undecided: t('field.undecided'),
      unsent: t('field.unsent'),
      status: new Map(
        attendanceStatuses.map((status) => [status, { said: t(`domain.status.${status}`), mark: t(`domain.statusMark.${status}`) }]),
      ),
    }),
    [t],
  );
}
