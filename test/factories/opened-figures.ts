import { bases, type Measure, measures } from '#contract';
import { dice } from './dice.js';
import { done, type Training } from './training.js';

type Row = Record<string, unknown> & { key: Record<string, string>; personTimes: Record<string, number> };

const valueOf = (row: Row, measure: Measure): number =>
  measure.startsWith('personTimes.') ? row.personTimes[measure.slice('personTimes.'.length)]! : (row[measure] as number);

const cuts = ['kind', 'town', 'month', 'audience', 'kind,month', 'village,audience', 'village,kind,month'];

/** Numbers of the year that open to something else than themselves, be it rows or why: some cells by each basis and cut, in every measure. */
export async function misopened({ product, official }: Training, seed: number, cells = 3): Promise<object[]> {
  const { some, of, chance, below } = dice(seed);
  const get = async (path: string) => done(await product.call(path, { token: official })).json;
  const units: { id: number }[] = await product.db.query('SELECT id FROM units');
  const sumOf = async (question: string, measure: Measure): Promise<number> => {
    let sum = 0;
    const limit = 1 + below(200);
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await get(`/v1/figures/rows?${question}&measure=${measure}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
      for (const { value } of page.items) sum += value;
      cursor = page.nextCursor;
    }
    return sum;
  };
  const wrong: object[] = [];
  for (const basis of bases) {
    for (const by of some(cuts, 3)) {
      const asked = `from=2021-01&to=2021-12&basis=${basis}${chance(0.3) ? `&unit=${of(units).id}` : ''}`;
      const { rows } = await get(`/v1/figures?${asked}&by=${by}`);
      for (const row of some(rows as Row[], rows.length > 0 ? cells : 0)) {
        const question = `${asked}&${new URLSearchParams(row.key)}`;
        const { counted } = await get(`/v1/figures/why?${question}`);
        for (const measure of measures) {
          const value = valueOf(row, measure);
          const opened = await sumOf(question, measure);
          const why = measure === 'people' ? value : counted[measure.replace('personTimes.', '')];
          if (opened !== value || why !== value) wrong.push({ question, measure, value, opened, why });
        }
      }
    }
  }
  return wrong;
}
