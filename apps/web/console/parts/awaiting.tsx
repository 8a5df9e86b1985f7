import { createContext, type ReactNode, useContext, useRef } from 'react';
import css from './awaiting.module.css';

const Awaiting = createContext(false);

/** Whether what stands here answers an earlier question than the one that has been asked since: nobody may take it away as its answer. */
export const useAwaiting = (): boolean => useContext(Awaiting);

/** What was there before the question that is awaited, until it is answered. */
export function useLast<T>(value: T, awaiting: boolean): T {
  const last = useRef(value);
  if (!awaiting) last.current = value;
  return last.current;
}

/** Dims what stood there before, as long as an answer is awaited. */
export const UntilAnswered = ({ awaiting, children }: { awaiting: boolean; children: ReactNode }) => (
  <Awaiting value={awaiting}>
    <div className={awaiting ? css.before : undefined} aria-busy={awaiting}>
      {children}
    </div>
  </Awaiting>
);

/** A button that does something with what stands there. It keeps the focus while it may not be pressed. */
export function Tool({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  const awaiting = useAwaiting();
  return (
    <button type="button" aria-disabled={awaiting} onClick={awaiting ? undefined : onPress}>
      {children}
    </button>
  );
}
