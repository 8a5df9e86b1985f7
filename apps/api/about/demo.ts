import { type BundleName } from '#contract';

/** What the page of a demonstration may tell anybody: its year, and how to sign in to it. */
export interface Demo {
  year: number;
  password: string;
  signIns: { account: string; name: string; bundle: BundleName }[];
}

/** The Nest token under which it is known; `null` in a real county. */
export const DEMO = Symbol('demo');
