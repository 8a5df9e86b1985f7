import { type Answer, type CallOptions } from '../stories/support/call.js';
import { until } from '../../libs/platform/clock/until.fixture.js';
import { bookOf, formOf, sendForm } from './importing.js';
import { dice } from './dice.js';
import { done, markOf, type Training } from './training.js';

/**
 * Phones and browsers that send again, with the same ids and keys, whatever was not answered by somebody well; every fifth answer is missed
 * on the way, too. They keep what was acknowledged: it must be there, once.
 */
export class InsistentClients {
  /** `session person status` of each mark. */
  readonly marks = new Map<string, string>();
  readonly counts = new Map<string, number>();
  readonly verified: string[] = [];
  /** How often each deed that is kept in the trail was acknowledged. */
  readonly deeds: Record<string, number> = {};
  /** What was sent once, without a key. */
  readonly once: { name: string; status: number }[] = [];
  readonly dice: ReturnType<typeof dice>;
  keys = 0;

  constructor(
    private readonly training: Training,
    private readonly reporter: string,
    readonly name: string,
    seed: number,
  ) {
    this.dice = dice(seed);
  }

  /** A phone's packet of marks, some of which correct others, and a head count. */
  async packet(sessionIds: readonly string[], personIds: readonly string[]): Promise<void> {
    const { of, uuid, chance, below } = this.dice;
    const marks = Array.from({ length: 15 }, () => ({
      ...markOf(of(sessionIds), of(personIds), of(['present', 'late', 'absent'])),
      id: uuid(),
      slot: 1 + below(3),
      replaces: this.marks.size > 0 && chance(0.3) ? [of([...this.marks.keys()])] : [],
    }));
    const heads = { id: uuid(), sessionId: of(sessionIds), mode: 'add', count: below(40), method: 'counted', countedBy: '村文书' };
    const body = { deviceId: uuid(), marks, headCounts: [{ ...heads, at: marks[0]!.at }] };
    const { verdicts } = (await this.insist('/v1/field/marks', { body })).json;
    const odd = verdicts.filter((one: { verdict: string }) => !['accepted', 'already'].includes(one.verdict));
    if (odd.length > 0) throw new Error(JSON.stringify(odd));
    for (const { id, sessionId, personId, status } of marks) this.marks.set(id, `${sessionId} ${personId} ${status}`);
    this.counts.set(heads.id, heads.count);
    this.verified.push(heads.id);
  }

  /** A village reports its heads, and the county verifies them. */
  async heads(sessionId: string): Promise<void> {
    const body = { count: 10 + this.dice.below(40), method: 'counted', countedBy: '村文书' };
    const { id } = (await this.keyed(`/v1/sessions/${sessionId}/head-count`, { body, method: 'PUT', token: this.reporter })).json;
    this.counts.set(id, body.count);
    await this.keyed(`/v1/head-counts/${id}/verify`, { body: {} }, 'headCount.verified');
    this.verified.push(id);
  }

  async merge(id: string, intoId: string): Promise<void> {
    await this.keyed(`/v1/people/${id}/merge`, { body: { intoId } }, 'person.merged', 'person.joined');
  }

  async unmerge(id: string): Promise<void> {
    await this.keyed(`/v1/people/${id}/unmerge`, { body: {} }, 'person.unmerged', 'person.parted');
  }

  async enrol(classId: string, personIds: readonly string[]): Promise<void> {
    await this.keyed('/v1/enrollments', { body: { classId, people: personIds.map((personId) => ({ personId })) } }, 'roster.added');
  }

  /** Without a key nobody may send again: whatever the answer, it was done once at most. */
  async newcomer(name: string): Promise<void> {
    const body = { name, unitId: String(this.training.county.doujiabu) };
    this.once.push({ name, status: (await this.training.product.call('/v1/people', { token: this.training.organiser, body })).status });
  }

  /** A sheet is checked and applied; where it was tried as often as its job allows, it is sent anew. */
  async sheet(rows: Record<string, string>[]): Promise<void> {
    const { product, organiser } = this.training;
    const file = await bookOf({ 签到: rows });
    for (;;) {
      const key = this.key();
      const send = () => sendForm(product, organiser, formOf('attendance', file), { 'idempotency-key': key });
      const { id } = (await this.untilAnswered(send)).json;
      this.count('import.started');
      if ((await this.atRest(id)) !== 'checked') continue;
      await this.keyed(`/v1/imports/${id}/apply`, { body: {} }, 'import.applied');
      if ((await this.atRest(id)) === 'applied') return;
    }
  }

  private atRest(id: string): Promise<string> {
    return until(
      async () => {
        // What failed is tried again at once, not in minutes.
        const hurry = 'UPDATE outbox SET due_at = CURRENT_TIMESTAMP(3) WHERE lease_until IS NULL';
        await this.training.product.db.query(hurry).catch(() => undefined);
        const { state } = (await this.insist(`/v1/imports/${id}`, {})).json;
        return !['checking', 'applying'].includes(state) && state;
      },
      'the import to end',
      120_000,
    );
  }

  private async keyed(path: string, options: CallOptions, ...deeds: string[]): Promise<Answer> {
    const answer = await this.insist(path, { method: 'POST', headers: { 'idempotency-key': this.key() }, ...options });
    for (const deed of deeds) this.count(deed);
    return answer;
  }

  private insist(path: string, options: CallOptions): Promise<Answer> {
    return this.untilAnswered(() => this.training.product.call(path, { token: this.training.organiser, ...options }));
  }

  private async untilAnswered(send: () => Promise<Answer>): Promise<Answer> {
    for (let tries = 0; tries < 300; tries++) {
      const answer = await send().catch(() => null);
      if (answer && answer.status < 500 && !this.dice.chance(0.2)) return done(answer);
    }
    throw new Error('nobody answers any more');
  }

  private key = (): string => `${this.name}${this.keys++}`;
  private count(deed: string): void {
    this.deeds[deed] = (this.deeds[deed] ?? 0) + 1;
  }
}
