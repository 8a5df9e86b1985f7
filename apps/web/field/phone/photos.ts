import { photosOfSession } from '#contract';
import { Problem } from '../../api/problem.ts';
import { countWaiting } from '../kept/packets.ts';
import { bytesOf, forgetPhotos, keepPhoto, type KeptPhoto, notePhoto, readPhotos } from '../kept/photos.ts';
import { patienceAfter } from '../rules/packets.policy.ts';
import { hasRoom, photoRemedy } from '../rules/photos.policy.ts';
import { sendPhoto } from '../server.ts';
import { isFull } from '../kept/durable.ts';
import { inTurnIfFree, tellOtherTabs } from './other-tabs.ts';
import { canGo, type PhoneState } from './state.ts';

export type Taken = 'kept' | 'full' | 'failed' | 'enough';

/**
 * Photos queue apart from the marks and behind them: one at a time, only while no mark waits that can go; a mark that is made meanwhile breaks off what
 * is on its way, and it is sent again later under the same id.
 */
export class Photos {
  #onItsWay: AbortController | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: PhoneState,
    private readonly onAllSent: () => void,
  ) {
    state.subscribe(() => {
      if (canGo(state.standing().waiting.own, state.standing())) this.#onItsWay?.abort();
    });
  }

  /** Photos that cannot be read stand in the way of nothing. */
  async read(): Promise<void> {
    this.state.set({ photos: await readPhotos().catch(() => []) });
  }

  /** Keeps a photo that was made small; it is shown once it is on the disk. */
  async keep(sessionId: string, bytes: ArrayBuffer): Promise<Taken> {
    const { holder, photos } = this.state.standing();
    if (!holder) return 'failed';
    if (photos.filter((one) => one.sessionId === sessionId).length >= photosOfSession) return 'enough';
    try {
      if (!hasRoom(await navigator.storage?.estimate?.(), bytes.byteLength)) return 'full';
      await keepPhoto(holder.instructorId, sessionId, bytes);
    } catch (error) {
      return isFull(error) ? 'full' : 'failed';
    }
    await this.#changed();
    void this.send();
    return 'kept';
  }

  /** Takes a photo out that never left, or that was not taken. */
  async takeBack({ seq }: KeptPhoto): Promise<void> {
    await this.#tried(() => forgetPhotos((one) => one.seq === seq && (one.state === 'refused' || !one.tried)));
  }

  async sendAgain({ seq }: KeptPhoto): Promise<void> {
    await this.#tried(() => notePhoto(seq, { state: 'waiting', code: undefined }));
    void this.send();
  }

  /** Those that were not taken go with the names; those that wait stay in the name of who took them. */
  forgetRefused(whose: (by: string) => boolean): Promise<void> {
    return this.#tried(() => forgetPhotos(({ by, state }) => state === 'refused' && whose(by)));
  }

  /** Hands over what waits, oldest first, as long as no mark does that can go. Another tab that is at it goes on alone. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#onItsWay || !this.#next(new Set())) return;
    await inTurnIfFree('photos', () => this.#sendAll()).catch(() => undefined);
  }

  async #sendAll(): Promise<void> {
    const leaving = (this.#onItsWay = new AbortController());
    const stumbled = new Set<number>();
    let problem: Problem | null = null;
    try {
      for (let photo = this.#next(stumbled); photo && !leaving.signal.aborted; photo = this.#next(stumbled)) {
        problem = await this.#sendOne(photo, leaving.signal);
        if (problem?.code === 'offline' || problem?.status === 401) break;
        if (problem) stumbled.add(photo.seq);
      }
    } finally {
      this.#onItsWay = undefined;
    }
    // After marks the next exchange goes on with them.
    if (leaving.signal.aborted) return;
    this.#failures = problem === null && stumbled.size === 0 ? 0 : this.#failures + 1;
    if (this.#failures > 0) this.#timer = setTimeout(() => void this.send(), patienceAfter(this.#failures));
    else this.onAllSent();
  }

  async #sendOne(photo: KeptPhoto, signal: AbortSignal): Promise<Problem | null> {
    const { holder } = this.state.standing();
    const bytes = await bytesOf(photo.seq);
    // Another tab may have marked somebody, or handed it over.
    if (!holder || !bytes || canGo((await countWaiting(photo.by)).own, this.state.standing()))
      return this.read().then(() => new Problem('offline', 0));
    if (!photo.tried) {
      await notePhoto(photo.seq, { tried: true });
      await this.#changed();
    }
    try {
      await sendPhoto(holder.token, photo, bytes, signal);
      await forgetPhotos(({ seq }) => seq === photo.seq);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (photoRemedy(error) === 'wait' || error.code === 'offline') return error;
      await notePhoto(photo.seq, { state: 'refused', code: error.code });
    } finally {
      await this.#changed();
    }
    return null;
  }

  /** The oldest that waits, where nothing more urgent does and somebody is there to take it. */
  #next(passedOver: ReadonlySet<number>): KeptPhoto | undefined {
    const { holder, photos, waiting, reached, passedOver: stuck } = this.state.standing();
    if (!holder || !reached || canGo(waiting.own, { passedOver: stuck })) return undefined;
    return photos.find(({ seq, by, state }) => state === 'waiting' && by === holder.instructorId && !passedOver.has(seq));
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    // What could not be written stands as it was.
    await work().catch(() => undefined);
    await this.#changed();
  }

  async #changed(): Promise<void> {
    await this.read();
    tellOtherTabs('photos');
  }
}
