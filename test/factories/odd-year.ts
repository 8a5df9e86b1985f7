import { type Db } from '#platform/database';
import { type County } from '../stories/support/county.js';
import { dice } from './dice.js';
import { plantOddClasses } from './odd-classes.js';
import { plantOddFacts } from './odd-facts.js';
import { plantOddPeople } from './odd-people.js';

/**
 * Plants facts that are legal and odd, straight into the tables: people who moved and merged, classes that sit together, void
 * and cancelled ones, marks that replace each other in rings and before they arrive, rooms counted twice. Nothing is compiled.
 */
export async function plantOddYear(db: Db, county: County, seed: number, { people = 40, classes = 12 } = {}): Promise<void> {
  const luck = dice(seed);
  const units = [county.county, county.hengqu, county.doujiabu, county.hengquVillage, county.jinquVillage, county.organ];
  const persons = await plantOddPeople(db, units, people, luck);
  const { sessions, points } = await plantOddClasses(db, { units, village: county.doujiabu, persons, classes }, luck);
  for (const session of sessions) await plantOddFacts(db, session, points, persons, luck);
}
