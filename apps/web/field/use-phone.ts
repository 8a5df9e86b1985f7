import { useCallback, useSyncExternalStore } from 'react';
import { type MarkRecord } from './kept/shapes.ts';
import { Phone } from './phone/phone.ts';
import { placeAt, type Standing } from './phone/state.ts';

export const phone = new Phone();

const { state } = phone;
/** A part of what the phone knows; the same part as long as nothing changed in it. */
export const usePhone = <Part>(part: (standing: Standing) => Part): Part =>
  useSyncExternalStore(state.subscribe, () => part(state.standing()));

export function useOwnRecords(sessionId: string, personId: string): readonly MarkRecord[] {
  const subscribe = useCallback((listener: () => void) => state.subscribeTo(placeAt(sessionId, personId), listener), [sessionId, personId]);
  return useSyncExternalStore(subscribe, () => state.of(sessionId, personId));
}
