import { isDuplicate } from '#platform/database';

const attemptsBorne = 5;

/** Facts may come twice at the same moment, from whomever: what stumbled over the unique key looks again, and finds them stored. */
export async function pastRaces<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!isDuplicate(error) || attempt === attemptsBorne) throw error;
    }
  }
}
