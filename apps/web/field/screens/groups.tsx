import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptSession, type Trainee } from '../kept/shapes.ts';
import { type Group } from '../rules/groups.policy.ts';
import { cameOf } from '../rules/standing.policy.ts';
import { useTally } from '../standing-now.ts';
import css from './groups.module.css';

interface GroupsProps {
  session: KeptSession;
  groups: readonly Group<Trainee>[];
  call: number;
  rows: (people: readonly Trainee[]) => ReactNode;
  /** `null`: nobody is marked here. */
  onAllPresent: ((people: readonly Trainee[]) => void) | null;
}

/** The roll village by village: how many have come of each, and all of one present by one tap. */
export function Groups({ groups, rows, ...rest }: GroupsProps) {
  return groups.map((group) => (
    <section key={group.unit} aria-label={group.unit}>
      <Heading group={group} {...rest} />
      {rows(group.people)}
    </section>
  ));
}

type HeadingProps = Pick<GroupsProps, 'session' | 'call' | 'onAllPresent'> & { group: Group<Trainee> };

const Heading = memo(function Heading({ session, group: { unit, people }, call, onAllPresent }: HeadingProps) {
  const { t } = useTranslation();
  const tally = useTally(session, people, call);
  return (
    <div className={css.head}>
      <h2>{unit === '' ? t('field.roll.groups.none') : unit}</h2>
      <p>{t('field.roll.groups.came', { count: cameOf(tally), all: people.length })}</p>
      {onAllPresent && (
        <button type="button" disabled={tally.unmarked === 0} onClick={() => onAllPresent(people)}>
          {t('field.roll.groups.allPresent')}
        </button>
      )}
    </div>
  );
});
