import { useTranslation } from 'react-i18next';
import { type BundleName } from '#contract';
import { type Shown } from '../../api/client.ts';
import { day, listed } from '../parts/quantities.ts';
import { zh as domain } from '../words/domain.ts';
import { zh } from './words.ts';

type Fact = Shown<'AuditFactView'>;

const has = <T extends object>(words: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(words, key);

/** Where a value of these facts has its words; the first that knows it says it. */
const kinds = {
  kind: ['importKind', 'position', 'kind'],
  from: ['classState', 'sessionState'],
  deliveryMode: ['delivery'],
  roster: ['roster'],
  dayPart: ['dayPart'],
  engagement: ['engagement'],
  level: ['level'],
  positionId: ['position'],
} as const satisfies Record<string, readonly (keyof typeof domain)[]>;
const yesOrNo = new Set(['disabled', 'coreProgramme', 'wipe']);
const lists = new Set(['fields', 'number']);

/** What the words of the audit trail are called; one that has no word yet is shown as it is. */
export function useDeedWords() {
  const { t } = useTranslation();
  const noun = (name: string): string => (has(zh.noun, name) ? t(`history.noun.${name}`) : name);
  const fact = (name: string): string => (has(zh.fact, name) ? t(`history.fact.${name}`) : name);
  const words = {
    noun,
    action: (action: string): string => {
      const [what = '', did = ''] = action.split('.');
      return `${noun(what)} · ${has(zh.verb, did) ? t(`history.verb.${did}`) : did}`;
    },
    fact,
    value: (name: string, value: string): string => {
      if (value === '') return '—';
      if (lists.has(name)) return listed(value.split(', ').map(fact));
      if (yesOrNo.has(name)) return t(value === 'true' ? 'all.yes' : 'all.no');
      if (name === 'kind' && (value === 'cookie' || value === 'bearer')) return t(`me.tokens.${value}`);
      if (name === 'grants') return grants(value, (bundle) => t(`domain.bundle.${bundle}`));
      const words = has(kinds, name) ? kinds[name].find((one) => has(domain[one], value)) : undefined;
      if (words) return t(`domain.${words}.${value}` as 'domain.level.town');
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value, { weekday: false }) : value;
    },
  };
  const changed = ({ name, from, value }: Fact): string =>
    from === undefined ? words.value(name, value) : `${words.value(name, from)} → ${words.value(name, value)}`;
  /** A fact as one text, for a file. */
  const said = (one: Fact): string => `${fact(one.name)} ${changed(one)}`;
  return { ...words, changed, said };
}

/** Each right with its unit. The last of very many may be cut off. */
const grants = (value: string, say: (bundle: BundleName) => string): string =>
  listed(
    value.split(', ').map((one) => {
      const [bundle, unit] = one.split('@');
      return has(domain.bundle, bundle!) && unit ? `${say(bundle as BundleName)} · ${unit}` : one;
    }),
  );
