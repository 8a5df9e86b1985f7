import { Input } from 'antd';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses, type AttendanceStatus } from '#contract';
import { usePageKeys } from '../parts/page-keys.ts';
import css from './paper.module.css';
import { findFrom } from './initials.ts';
import { type GridPerson, statusOfKey } from './sheet.ts';
import { WalkInForm } from './walk-in-form.tsx';
import { type WalkInFields } from './use-walk-ins.ts';

interface Props {
  input: RefObject<HTMLInputElement | null>;
  people: readonly GridPerson[];
  at: number;
  onMove: (row: number) => void;
  onMark: (status: AttendanceStatus) => void;
  onUndo: () => void;
  onWalkIn: (who: WalkInFields) => void;
  onEnd: () => void;
}

/**
 * The one line that everything is typed into. Empty, it takes single keys: Enter is present and on to the next, 1–5 a status. A
 * number begins with 0 or a point, so that it is no status; anything else is a part of a name.
 */
export function PaperLine({ input, people, at, onMove, onMark, onUndo, onWalkIn, onEnd }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [stranger, setStranger] = useState(false);
  usePageKeys([
    ...attendanceStatuses.map((status, i) => [String(i + 1), t(`domain.status.${status}`)] as const),
    ['Enter', t('domain.status.present')],
    ['↑ ↓', t('attendance.keys.move')],
    ['Backspace', t('attendance.keys.undo')],
    ['+', t('attendance.keys.stranger')],
    ['Aa', t('attendance.keys.find')],
  ]);
  const person = people[at];
  const sought = /^[0.。#]/.test(typed) ? typed.replace(/^[0.。#]+/, '') : typed;
  const found = sought.trim() === '' ? -1 : findFrom(people, sought, at);
  const move = (row: number): void => onMove(Math.min(Math.max(row, 0), people.length));
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const { key } = event;
    const isEmpty = typed === '';
    const act = (what: () => void): void => {
      event.preventDefault();
      what();
    };
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z' && isEmpty) return act(onUndo);
    if (event.ctrlKey || event.metaKey) return;
    if (key === 'ArrowDown') return act(() => (isEmpty ? move(at + 1) : found >= 0 && move(findFrom(people, sought, at + 1))));
    if (key === 'ArrowUp') return act(() => move(at - 1));
    if (key === 'Escape') return act(() => setTyped(''));
    if (key === 'Enter' && !isEmpty)
      return act(() => {
        if (found < 0) return;
        move(found);
        setTyped('');
      });
    if (!isEmpty) return;
    if (key === 'Enter') return act(() => (person ? onMark('present') : onEnd()));
    if (key === 'Backspace') return act(onUndo);
    if (key === '+') return act(() => setStranger(true));
    const status = statusOfKey(key);
    if (status) act(() => onMark(status));
  };
  if (stranger)
    return (
      <WalkInForm
        onAdd={onWalkIn}
        onClose={() => {
          setStranger(false);
          setTimeout(() => input.current?.focus());
        }}
      />
    );
  return (
    <div className={css.line}>
      <label className={css.now} htmlFor="paper-line">
        {person ? (
          <>
            <span className={css.no}>{person.rosterNo ?? at + 1}</span> <bdi>{person.name}</bdi> <small>{person.unit}</small>
          </>
        ) : (
          <span>{t('attendance.paper.end')}</span>
        )}
      </label>
      <Input
        id="paper-line"
        ref={(made) => {
          input.current = made?.input ?? null;
        }}
        size="large"
        autoComplete="off"
        maxLength={60}
        value={typed}
        status={sought.trim() !== '' && found < 0 ? 'warning' : undefined}
        placeholder={t('attendance.paper.placeholder')}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKey}
        // Always there: an input that gets a suffix while it is typed into loses the focus.
        suffix={
          <span className="note" role="status">
            {sought.trim() !== '' &&
              (found < 0 ? t('attendance.missed') : `↵ ${people[found]!.rosterNo ?? found + 1} ${people[found]!.name}`)}
          </span>
        }
      />
      <div className={css.touch}>
        {attendanceStatuses.map((status) => (
          <button key={status} type="button" data-status={status} disabled={!person} onClick={() => onMark(status)}>
            <b>{t(`domain.statusMark.${status}`)}</b>
            {t(`domain.status.${status}`)}
          </button>
        ))}
      </div>
      <p className="note">
        <span className={css.keysNote}>{t('attendance.paper.keys')}</span>{' '}
        <button type="button" className={css.plain} onClick={() => setStranger(true)}>
          {t('attendance.paper.addWalkIn')}
        </button>
      </p>
    </div>
  );
}
