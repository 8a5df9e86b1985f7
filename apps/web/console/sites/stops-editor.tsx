import { Button, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '../parts/page-keys.ts';
import { Picker } from '../parts/picker.tsx';
import { lengthOf, useDuration } from './duration.ts';
import { findSites, type Route } from './questions.ts';
import css from './sites.module.css';

export interface Stop {
  siteId?: string;
  /** What it is called, as far as the form has seen. */
  site?: string;
  minutes?: number | null;
  travelMinutes?: number | null;
}

const freshStop: Stop = { minutes: 40, travelMinutes: 15 };
/** As many as the API takes. */
const most = 200;

export const stopsOf = ({ stops }: Route): Stop[] =>
  stops.map(({ siteId, site, minutes, travelMinutes }) => ({ siteId, site, minutes, travelMinutes }));
export const firstStops = (): Stop[] => [{ ...freshStop, travelMinutes: 0 }, { ...freshStop }];

/** The stops of a route in their order; moved by buttons, or with Alt and an arrow from anywhere in a stop. */
export function StopsEditor({ value = [], onChange }: { value?: Stop[]; onChange?: (stops: Stop[]) => void }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const change = (place: number, part: Partial<Stop>): void =>
    onChange?.(value.map((stop, i) => (i === place ? { ...stop, ...part } : stop)));
  const move = (place: number, by: -1 | 1): void => {
    const to = place + by;
    if (to < 0 || to >= value.length) return;
    const moved = [...value];
    [moved[place], moved[to]] = [moved[to]!, moved[place]!];
    onChange?.(moved);
    setSaid(`${moved[to]!.site ?? ''} ${t('sites.route.moved', { n: to + 1 })}`);
    // The focus goes with the stop, to the button that was pressed, or its neighbour at the end of the list.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll<HTMLButtonElement>('[data-move]');
      const wanted = buttons?.[by === -1 ? 0 : 1];
      (wanted?.disabled ? buttons?.[by === -1 ? 1 : 0] : wanted)?.focus();
    });
  };
  const { stay, travel, total } = lengthOf(value);
  usePageKeys([['Alt ↑ ↓', t('sites.route.move')]]);
  return (
    <div>
      <ol className={css.stops} ref={list} aria-label={t('sites.route.stops')}>
        {value.map((stop, i) => (
          <li
            key={i}
            className={css.stop}
            onKeyDownCapture={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              event.stopPropagation();
              move(i, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <b>{i + 1}</b>
            <label>
              {t('sites.route.site')}
              <Picker
                of={['teaching sites']}
                find={findSites}
                placeholder={t('sites.route.site')}
                clearable={false}
                value={stop.siteId}
                known={stop.siteId && stop.site ? [{ value: stop.siteId, label: stop.site }] : []}
                onChange={(siteId, choice) => change(i, { siteId, site: choice?.label ?? stop.site })}
              />
            </label>
            <label>
              {t('sites.route.travel')}
              <InputNumber
                min={0}
                max={1_440}
                precision={0}
                style={{ width: 110 }}
                suffix={t('sites.route.min')}
                value={stop.travelMinutes}
                onChange={(travelMinutes) => change(i, { travelMinutes })}
              />
            </label>
            <label>
              {t('sites.route.minutes')}
              <InputNumber
                min={0}
                max={1_440}
                precision={0}
                style={{ width: 110 }}
                suffix={t('sites.route.min')}
                value={stop.minutes}
                onChange={(minutes) => change(i, { minutes })}
              />
            </label>
            <span className={css.moves}>
              <Button data-move disabled={i === 0} aria-label={t('sites.route.up', { n: i + 1 })} onClick={() => move(i, -1)}>
                ↑
              </Button>
              <Button
                data-move
                disabled={i === value.length - 1}
                aria-label={t('sites.route.down', { n: i + 1 })}
                onClick={() => move(i, 1)}
              >
                ↓
              </Button>
              <Button
                disabled={value.length <= 2}
                aria-label={t('sites.route.remove', { n: i + 1 })}
                onClick={() => onChange?.(value.filter((_, place) => place !== i))}
              >
                {t('sites.route.removeShort')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <div className={css.foot}>
        <Button disabled={value.length >= most} onClick={() => onChange?.([...value, { ...freshStop }])}>
          {t('sites.route.addStop')}
        </Button>
        <strong>{t('sites.route.totalOf', { total: duration(total), stay: duration(stay), travel: duration(travel) })}</strong>
      </div>
      <p className="note">{t('sites.route.moveHint')}</p>
      <span className="unseen" role="status">
        {said}
      </span>
    </div>
  );
}
