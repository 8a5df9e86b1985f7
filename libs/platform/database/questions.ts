import { format } from 'mysql2';
import { type Db } from './transactions.js';

/** What a repository asks the database, not sent yet, and how it reads what comes back. */
export interface Question<T> {
  readonly texts: readonly string[];
  /** What came back for each text, in their order. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are what the statement says
  read(answers: any[]): T;
}

/** One statement, with the driver's placeholders. */
export function question<Row, T = Row[]>(
  sql: string,
  parameters: readonly (string | number | Date | Buffer | null)[] = [],
  read?: (rows: Row[]) => T,
): Question<T> {
  const text = parameters.length === 0 ? sql : format(sql, [...parameters], false, 'Z');
  return { texts: [text], read: ([rows]) => (read ? read(rows) : rows) };
}

/** Known without asking. */
export const answered = <T>(value: T): Question<T> => ({ texts: [], read: () => value });

type Answers<Asked extends readonly Question<unknown>[]> = { [K in keyof Asked]: Asked[K] extends Question<infer T> ? T : never };

/** Several questions as one, whose answers are read together. */
export function joined<Asked extends readonly Question<unknown>[], T>(
  questions: readonly [...Asked],
  read: (...answers: Answers<Asked>) => T,
): Question<T> {
  return {
    texts: questions.flatMap(({ texts }) => texts),
    read(answers) {
      let at = 0;
      const found = questions.map((one) => one.read(answers.slice(at, (at += one.texts.length))));
      return read(...(found as Answers<Asked>));
    },
  };
}

/** So many characters travel at once: a server takes no text of any size. */
const textLimit = 1_000_000;

/**
 * Asks everything in one text, a very long one in several: a round trip costs more than most questions do. They are answered in their order;
 * where one of them fails, those after it are not done.
 */
export async function ask<Asked extends readonly Question<unknown>[]>(db: Db, ...questions: Asked): Promise<Answers<Asked>> {
  const { texts, read } = joined(questions, (...answers) => answers);
  const answers: unknown[] = [];
  for (let i = 0; i < texts.length;) {
    const first = i;
    for (let size = 0; i < texts.length && (i === first || size + texts[i]!.length <= textLimit); i++) size += texts[i]!.length;
    const answer = await db.query(texts.slice(first, i).join(';'));
    if (i - first === 1) answers.push(answer);
    else answers.push(...answer);
  }
  return read(answers) as Answers<Asked>;
}
