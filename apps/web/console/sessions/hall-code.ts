import { useEffect, useState } from 'react';
import { type HallCode, hallCode, hallCodeEveryMs, type HallPlace, hallWindowAt } from '#contract';

/** The instant on a clock, in milliseconds, twice a second. */
export function useTicking(now: () => Date): number {
  const [at, setAt] = useState(() => now().getTime());
  useEffect(() => {
    const timer = setInterval(() => setAt(now().getTime()), 500);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}

const firstCall: HallPlace = { slot: 1 };

/** The code of a session, in the main room unless told, that stands at an instant by the county's clock, and for how many seconds more. */
export function useHallCode(
  secret: string | null,
  sessionId: string,
  at: number,
  { slot, room }: HallPlace = firstCall,
): { code: HallCode; left: number } | null {
  const [code, setCode] = useState<HallCode | null>(null);
  const window = hallWindowAt(at);
  useEffect(() => {
    let isOver = false;
    if (secret !== null)
      void hallCode(secret, sessionId, window, { slot, room }).then((made) => {
        if (!isOver) setCode(made);
      });
    return () => {
      isOver = true;
    };
  }, [secret, sessionId, window, slot, room]);
  return code && { code, left: Math.ceil(((window + 1) * hallCodeEveryMs - at) / 1_000) };
}

/** The six digits as they are read out. */
export const spaced = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`;
