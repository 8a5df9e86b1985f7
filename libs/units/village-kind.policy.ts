import { type VillageKind } from '#contract';

/**
 * The last three digits of a village-level code tell its kind: 001–199 a residents' committee, 200–399 a village committee,
 * 400–599 a virtual unit (a park, a zone). The name tells nothing. `null` for a code that is not of twelve digits or says none.
 */
export function villageKind(code: string): VillageKind | null {
  if (!/^\d{12}$/.test(code)) return null;
  const digits = Number(code.slice(-3));
  if (digits >= 1 && digits <= 199) return 'residentsCommittee';
  if (digits >= 200 && digits <= 399) return 'villageCommittee';
  return digits >= 400 && digits <= 599 ? 'virtual' : null;
}
