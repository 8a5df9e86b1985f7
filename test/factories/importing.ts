import { type CellToWrite, workbookBuffer } from '#platform/workbook';
import { type Answer } from '../stories/support/call.js';
import { type Product } from '../stories/support/start-product.js';

export type Line = Record<string, CellToWrite>;
/** Lines by sheet; the titles are the keys of the lines. */
export type Sheets = Record<string, Line[]>;

export interface Verdict {
  sheet: string;
  row: number;
  verdict: string;
  faults: { column?: string; code: string }[];
}

export function bookOf(sheets: Sheets): Promise<Buffer> {
  return workbookBuffer(
    Object.entries(sheets).map(([name, lines]) => {
      const titles = [...new Set(lines.flatMap((line) => Object.keys(line)))];
      return { name, rows: [titles, ...lines.map((line) => titles.map((title) => line[title] ?? null))] };
    }),
  );
}

export function formOf(kind: string, bytes: Buffer, name = '学员名单.xlsx'): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

export async function sendForm(
  product: Product,
  token: string,
  body: FormData | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${product.origin}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    text,
    json: JSON.parse(text),
  };
}

/** The import once nobody works on it any more. */
export async function atRest(product: Product, token: string, id: string) {
  for (let tries = 0; tries < 2_400; tries++) {
    const { json } = await product.call(`/v1/imports/${id}`, { token });
    if (!['checking', 'applying', 'reverting'].includes(json.state)) return json;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error(`import ${id} is still worked on after a minute`);
}

/** Sends a workbook; `apply` and `revert` wait for the worker as well. */
export class Importing {
  constructor(
    private readonly product: Product,
    private readonly token: string,
  ) {}

  async check(kind: string, sheets: Sheets) {
    const answer = await sendForm(this.product, this.token, formOf(kind, await bookOf(sheets)));
    if (answer.status !== 202) throw new Error(answer.text);
    return atRest(this.product, this.token, answer.json.id);
  }

  async act(id: string, what: 'apply' | 'revert') {
    const answer = await this.product.call(`/v1/imports/${id}/${what}`, { method: 'POST', token: this.token });
    if (answer.status !== 202) throw new Error(answer.text);
    return atRest(this.product, this.token, id);
  }

  /** Checks and applies. */
  async bring(kind: string, sheets: Sheets) {
    const { id } = await this.check(kind, sheets);
    return this.act(id, 'apply');
  }

  async verdicts(id: string): Promise<Verdict[]> {
    return (await this.product.call(`/v1/imports/${id}/rows?limit=200`, { token: this.token })).json.items;
  }

  /** `sheet row column code` of what is faulty. */
  async faults(id: string): Promise<string[]> {
    const faulty = (await this.verdicts(id)).filter((row) => row.verdict === 'faulty');
    return faulty.flatMap(({ sheet, row, faults }) => faults.map(({ column, code }) => [sheet, row, column, code].join(' ')));
  }
}

/** A line of the sheet 班次; a wish names only what matters to the case. */
export const classLine = (code: string, more: Line = {}): Line => ({
  班次编号: code,
  班次名称: `示例班${code}`,
  课堂类型: '专题课',
  主办单位代码: '610326',
  开始日期: '2021-06-01',
  结束日期: '2021-06-30',
  ...more,
});

/** A line of the sheet 课表. */
export const lessonLine = (classCode: string, code: string, more: Line = {}): Line => ({
  班次编号: classCode,
  课次编号: code,
  日期: '2021-06-08',
  时段: '上午',
  主题: '党建引领',
  ...more,
});
