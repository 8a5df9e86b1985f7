import { type Shown } from '../../api/client.ts';
import css from './history.module.css';
import { useDeedWords } from './use-deed-words.ts';

/** What a deed changed, from what to what, and what else is known of it. */
export function DeedFacts({ facts }: { facts: readonly Shown<'AuditFactView'>[] }) {
  const words = useDeedWords();
  if (facts.length === 0) return null;
  return (
    <span className={css.facts}>
      {facts.map((one) => (
        <span key={one.name}>
          {words.fact(one.name)} <bdi>{words.changed(one)}</bdi>
        </span>
      ))}
    </span>
  );
}
