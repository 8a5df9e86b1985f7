import { type Db, insertRows } from '#platform/database';
import { type Dice } from './dice.js';
import { firstFree } from './first-free.js';

/** People who moved, held posts for a while, joined, left and were merged, over any number of steps. */
export async function plantOddPeople(db: Db, units: readonly number[], many: number, dice: Dice): Promise<number[]> {
  const { below, chance, of, some, list, day, orNull } = dice;
  const person = await firstFree(db, 'people');
  /** From one day of the year to a later one, to one in the next, or for good. */
  const term = (): [from: string, to: string | null] => {
    const [from, to] = [day(), day()].sort() as [string, string];
    return [from, orNull(of([to, `2022${to.slice(4)}`]))];
  };
  const persons = Array.from({ length: many }, (_, i) => person + i);
  await insertRows(
    db,
    'people',
    persons.map((id) => {
      const [party_from, party_until] = chance(0.5) ? [null, null] : term();
      return {
        id,
        code: `P${id}`,
        name: `示例${id}`,
        gender: orNull(of(['female', 'male'])),
        born: orNull(`${of([1950 + below(55), 1985, 1986])}${day().slice(4)}`),
        minority: orNull(chance(0.2)),
        education: orNull(of(['primary', 'college', 'bachelor'])),
        party_from,
        party_until,
        unit_id: of(units),
      };
    }),
  );
  const kinds = ['villageSecretary', 'selectedGraduate', 'reserveCadre', 'prosperityLeader', 'backbone'];
  await insertRows(
    db,
    'positions',
    some(persons, many / 3).flatMap((person_id) =>
      some(kinds, 2).map((kind) => {
        const [valid_from, valid_to] = term();
        return { person_id, kind, valid_from, valid_to, unit_id: of(units) };
      }),
    ),
  );
  await insertRows(
    db,
    'person_units',
    some(persons, many / 2).flatMap((person_id) =>
      [...new Set(list(3, day))].map((valid_from) => ({ person_id, valid_from, unit_id: of(units) })),
    ),
  );
  await insertRows(
    db,
    'person_aliases',
    some(persons.slice(5), many / 4).map((person_id) => ({ person_id, canonical_id: person_id - 1 - below(4) })),
  );
  return persons;
}
