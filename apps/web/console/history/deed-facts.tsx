import { type Shown } from '../../api/client.ts';
import css from './history.module.css';
import { useDeedWords } from './use-deed-words.ts';

/** What a deed changed, from what to what, and what else is known of it. */
export function DeedFacts({ facts }: { facts: readonly Shown<'AuditFactView'>[] }) {
  const words = useDeedWords();
  if (facts.length === 0) return null;
  return (
    <span className={css.facts}>
      {facts.map(({ name, from, value }) => (
        <span key={name}>
          {words.fact(name)}{' '}
          <bdi>{from === undefined ? words.value(name, value) : `${words.value(name, from)} → ${words.value(name, value)}`}</bdi>
        </span>
      ))}
    </span>
  );
}
