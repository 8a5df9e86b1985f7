import { type Trainee } from '../kept/shapes.ts';

/** People of one village, or of the unit that they belong to. */
export interface Group<Person> {
  unit: string;
  people: Person[];
}

/** A roll by village: villages and people in the order of the roster, so that whoever reads it aloud finds them where they stand. */
export function groupsOf<Person extends Pick<Trainee, 'unit'>>(people: readonly Person[]): Group<Person>[] {
  const groups = new Map<string, Group<Person>>();
  for (const person of people) {
    const group = groups.get(person.unit) ?? { unit: person.unit, people: [] };
    group.people.push(person);
    groups.set(person.unit, group);
  }
  return [...groups.values()];
}
