import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import css from './form.module.css';
import { Frame } from './frame.tsx';

/** A page over the roll: back is where it was on the roll. */
export function Form({ title, onLeave, foot, children }: { title: string; onLeave: () => void; foot: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Frame
      head={
        <div className={css.head}>
          <button type="button" className="plain" onClick={onLeave}>
            {t('field.back')}
          </button>
          <h1>{title}</h1>
        </div>
      }
      foot={foot}
    >
      {children}
    </Frame>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onType: (text: string) => void;
  fault?: string | false;
  numeric?: boolean;
  first?: boolean;
  /** What saves typing. */
  picks?: readonly string[];
}

/** One line to type. What is wrong with it is said beneath, and what was typed stays. */
export function Field({ label, value, onType, fault, numeric = false, first = false, picks = [] }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        autoFocus={first}
        inputMode={numeric ? 'numeric' : undefined}
        enterKeyHint="done"
        aria-invalid={Boolean(fault)}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={({ target }) => onType(target.value)}
      />
      {fault && (
        <p id={`${id}-fault`} className={css.fault} role="alert">
          {fault}
        </p>
      )}
      {picks.length > 0 && (
        <div className={css.picks}>
          {picks.map((one) => (
            <button key={one} type="button" aria-pressed={one === value} onClick={() => onType(one)}>
              {one}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
