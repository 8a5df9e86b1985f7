import { Button, Input, Popover } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses } from '#contract';
import { useAddress } from '../parts/address.ts';
import { useCsv } from '../parts/csv.ts';
import { type Key, usePageKeys } from '../parts/page-keys.ts';
import { day } from '../parts/quantities.ts';
import css from './grid.module.css';
import { findFrom } from './initials.ts';
import { type Grid, type GridSession, halfOf } from './sheet.ts';

interface Props {
  grid: Grid;
  input: RefObject<HTMLInputElement | null>;
  typed: string;
  onType: (text: string) => void;
  from: number;
  onFound: (row: number) => void;
  onBack: () => void;
  onUndo?: () => void;
  session: GridSession;
}

/** Above the grid: finding a person, undoing, paper, the file, and what the keys and marks mean. */
export function GridTools({ grid, input, typed, onType, from, onFound, onBack, onUndo, session }: Props) {
  const { t } = useTranslation();
  const download = useCsv();
  const { set } = useAddress();
  const [missed, setMissed] = useState(false);
  const keys = useGridKeyWords();
  usePageKeys(keys);
  const seek = (text: string, start: number): void => {
    const row = findFrom(grid.people, text, start);
    setMissed(text.trim() !== '' && row < 0);
    if (row >= 0) onFound(row);
  };
  const csv = (): void =>
    download(t('attendance.title', { name: grid.class.name }), [
      [
        t('attendance.no'),
        t('attendance.person'),
        t('all.unit'),
        ...grid.sessions.map((one) => `${one.date} ${t(`domain.dayPart.${one.dayPart}`)}`),
      ],
      ...grid.people.map((person, i) => [
        person.rosterNo ?? i + 1,
        person.name,
        person.unit,
        ...grid.sessions.map((one) => {
          const { status } = halfOf(person, one.id, []);
          return status ? t(`domain.status.${status}`) : '';
        }),
      ]),
    ]);
  return (
    <div className={`${css.tools} offPaper`}>
      <Input
        ref={(made) => {
          input.current = made?.input ?? null;
        }}
        style={{ width: 200 }}
        allowClear
        maxLength={60}
        status={missed ? 'warning' : undefined}
        value={typed}
        aria-label={t('attendance.find')}
        placeholder={t('attendance.find')}
        onChange={({ target }) => {
          onType(target.value);
          seek(target.value, from);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            onType('');
            onBack();
          }
          if (event.key === 'Enter') {
            onType('');
            onBack();
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            seek(typed, from + 1);
          }
        }}
      />
      {missed && (
        <span className="note" role="status">
          {t('attendance.missed')}
        </span>
      )}
      {onUndo && <Button onClick={onUndo}>{t('attendance.undo')}</Button>}
      {session.mayMark && session.state === 'scheduled' && (
        <Button onClick={() => set({ paper: session.id })}>
          {t('attendance.paperOf', {
            when: t('attendance.when', {
              day: day(session.date, { weekday: false, year: false }),
              part: t(`domain.dayPart.${session.dayPart}`),
            }),
          })}
        </Button>
      )}
      <span className={css.spring} />
      <button type="button" className={css.plain} onClick={csv}>
        {t('all.csv')}
      </button>
      <button type="button" className={css.plain} onClick={() => window.print()}>
        {t('all.print')}
      </button>
      <Popover trigger="click" placement="bottomRight" content={<Keys keys={keys} />}>
        <button type="button" className={css.plain}>
          {t('attendance.keys.title')}
        </button>
      </Popover>
    </div>
  );
}

function useGridKeyWords(): Key[] {
  const { t } = useTranslation();
  return [
    ...attendanceStatuses.map((status, i): Key => [String(i + 1), t(`domain.status.${status}`)]),
    ['← ↑ ↓ →', t('attendance.keys.move')],
    ['Enter', t('attendance.keys.open')],
    ['Ctrl+Z', t('attendance.keys.undo')],
    ['Delete', t('attendance.keys.clear')],
    ['Aa', t('attendance.keys.find')],
  ];
}

function Keys({ keys }: { keys: readonly Key[] }) {
  const { t } = useTranslation();
  const marks = [
    ['!', t('attendance.legend.disputed')],
    ['?', t('attendance.legend.waiting')],
    ...(['assisted', 'import', 'late'] as const).map((hint) => [t(`attendance.hintMark.${hint}`), t(`attendance.hint.${hint}`)]),
  ] as const;
  return (
    <div className={css.keys}>
      {[...keys, ...marks].map(([key, what], i) => [<kbd key={`k${i}`}>{key}</kbd>, <span key={`w${i}`}>{what}</span>])}
    </div>
  );
}
