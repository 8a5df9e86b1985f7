import '../console/look/tokens.css';
import '../field/look.css';
import './look.css';
import { readHallMark } from '#contract';
import { Problem } from '../api/problem.ts';
import { enter, type Entry, type Seen, sign } from './county.ts';
import { button, type Child, field, form, make } from './paint.ts';
import * as words from './words.ts';

/** Whoever sits in the hall signs in with their own phone: no account, nothing kept, a page as small as it can be. */
type Place = { at: 'code' } | { at: 'who'; entry: Entry } | { at: 'done'; name: string; already: boolean };
type Trouble = { code: keyof typeof words.zh.trouble; facts: Record<string, unknown> };

let place: Place = { at: 'code' };
let trouble: Trouble | null = null;
let isBusy = false;
let language: 'zh' | 'en' = languageAtFirst();

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** What was chosen on this browser for any page of ours; else its own language, Chinese unless it prefers English. */
function languageAtFirst(): 'zh' | 'en' {
  const kept = localStorage.getItem('sitang.language');
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.languages.map((one) => one.slice(0, 2)).find((one) => one === 'zh' || one === 'en') ?? 'zh';
}
const isDark = (): boolean => {
  const kept = localStorage.getItem('sitang.appearance');
  return kept === 'dark' || (kept !== 'light' && dark.matches);
};

function paint(): void {
  const say = words[language];
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  document.title = say.title;
  const other = button(say.other, () => {
    language = language === 'zh' ? 'en' : 'zh';
    localStorage.setItem('sitang.language', language);
    paint();
  });
  const parts: Child[] = [make('header', {}, make('h1', {}, say.title), other)];
  if (place.at === 'who') parts.push(sessionOf(place.entry));
  if (trouble) parts.push(make('p', { class: 'trouble', role: 'alert' }, told(trouble)));
  if (place.at === 'code') parts.push(codeForm());
  if (place.at === 'who') parts.push(whoForm(place.entry));
  if (place.at === 'done') parts.push(doneWith(place));
  document.getElementById('here')!.replaceChildren(...parts);
}

const told = ({ code, facts }: Trouble): string => {
  const minutes = Math.ceil(Number(facts.retryAfter ?? 60) / 60);
  const values: Record<string, string> = { date: String(facts.date), opensAt: String(facts.opensAt), minutes: String(minutes) };
  return words[language].trouble[code].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '');
};

function sessionOf({ topic, place: where, date, dayPart, startsAt }: Entry): HTMLElement {
  const when = [date, startsAt ?? words[language].parts[dayPart], where].filter(Boolean).join(' · ');
  return make('p', { class: 'session' }, make('b', {}, topic), when);
}

function codeForm(): HTMLElement {
  const say = words[language];
  const digits = field({
    label: say.digits,
    hint: say.digitsHint,
    name: 'digits',
    inputmode: 'numeric',
    maxlength: '6',
    pattern: '[0-9]{6}',
  });
  return form([digits], isBusy ? say.busy : say.next, (typed) => void come({ digits: typed('digits').replace(/\D/g, '') }));
}

function whoForm({ ticket }: Entry): HTMLElement {
  const say = words[language];
  const name = field({ label: say.name, name: 'name', autocomplete: 'name', maxlength: '60' });
  const last4 = field({ label: say.last4, name: 'last4', inputmode: 'text', maxlength: '4', pattern: '[0-9]{3}[0-9Xx]' });
  return form([name, last4], isBusy ? say.busy : say.sign, (typed) => {
    const said = { ticket, name: typed('name').trim(), last4: typed('last4').trim() };
    void during(async () => {
      const { already } = await sign(said);
      place = { at: 'done', name: said.name, already };
    });
  });
}

function doneWith({ name, already }: { name: string; already: boolean }): HTMLElement {
  const say = words[language];
  return make('p', { class: 'done', role: 'status' }, make('b', {}, name), already ? say.already : say.done, make('br', {}), say.doneHint);
}

const come = (seen: Seen): Promise<void> =>
  during(async () => {
    place = { at: 'who', entry: await enter(seen) };
  });

async function during(work: () => Promise<void>): Promise<void> {
  if (isBusy) return;
  [isBusy, trouble] = [true, null];
  paint();
  try {
    await work();
  } catch (error) {
    const { code: refused, facts } = error instanceof Problem ? error : { code: 'other', facts: {} };
    // Scanning again helps where digits were guessed at, not where names were.
    const code = refused === 'signInLocked' && place.at === 'who' ? 'nameLocked' : refused;
    trouble = { code: Object.hasOwn(words.zh.trouble, code) ? (code as Trouble['code']) : 'other', facts };
    // What has ended begins anew with another code.
    if (code === 'hallTicketEnded' || code === 'hallTicketUsed') place = { at: 'code' };
  }
  isBusy = false;
  paint();
  document.querySelector('input')?.focus();
}

/** The code stands in the fragment, which no server sees, and leaves the address at once. */
function comeByAddress(): void {
  const seen = readHallMark(location.hash.slice(1));
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  paint();
  if (!seen) return;
  place = { at: 'code' };
  void come(seen);
}
window.addEventListener('hashchange', () => location.hash !== '' && comeByAddress());
dark.addEventListener('change', paint);
comeByAddress();
