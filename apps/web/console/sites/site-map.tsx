import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../parts/class-names.ts';
import { n } from '../parts/quantities.ts';
import css from './map.module.css';
import { roomForNames } from './name-room.ts';
import { type Located, planeOf } from './projection.ts';

export interface Pin extends Located {
  id: string;
  name: string;
  town: string;
  /** What stands in the point: the number of a stop. */
  mark?: string;
  /** How much it weighs beside the others, from 0 to 1: its area on the map. */
  weight?: number;
  /** What is said after its name. */
  said?: string;
  /** Where it leads, unless to its page. */
  to?: string;
}

/** The room that a town's name needs above the points and half of it at their sides, and below them the scale. */
const margin = { x: 32, y: 56 };

/** Points where they lie: no tiles, no borders that we do not have. Each leads to its page. */
export function SiteMap({
  pins,
  chosen,
  onChoose,
  line = false,
  named = false,
}: {
  pins: readonly Pin[];
  chosen?: string;
  onChoose?: (id: string | undefined) => void;
  /** Joined in their order, as the stops of a route. */
  line?: boolean;
  /** With their names, where these do not lie over each other, instead of those of the towns. */
  named?: boolean;
}) {
  const { t } = useTranslation();
  const { size, measure } = useSize();
  if (pins.length === 0) return <p className="soft">{t('sites.map.none')}</p>;
  const { place, scale } = planeOf(pins, size);
  const far = scale.metres >= 1_000;
  const length = t(far ? 'sites.map.km' : 'sites.map.m', { n: n(far ? scale.metres / 1_000 : scale.metres) });
  // Small ones over large ones.
  const ordered = [...pins].sort((a, b) => radiusOf(b) - radiusOf(a));
  const spots = pins.map((pin) => ({ ...place(pin), id: pin.id, name: nameOf(pin), radius: radiusOf(pin) }));
  const free = named ? roomForNames(spots, size.width, [scaleBox(size.height, scale.length)]) : new Set<string>();
  return (
    <svg
      ref={measure}
      className={css.map}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={t('sites.map.label', { count: pins.length, n: pins.length })}
    >
      {!line &&
        !named &&
        townsOf(pins).map(({ town, ...over }) => {
          const { x, y } = place(over);
          return (
            <text key={town} x={x} y={y - 14} className={css.town} aria-hidden="true">
              {town}
            </text>
          );
        })}
      {line && (
        <polyline
          className={css.way}
          points={pins
            .map(place)
            .map(({ x, y }) => `${x},${y}`)
            .join(' ')}
        />
      )}
      {ordered.map((pin, i) => {
        const { x, y } = place(pin);
        return (
          <Link
            key={`${pin.id} ${pin.mark ?? i}`}
            to={pin.to ?? `/sites/${pin.id}`}
            preventScrollReset={pin.to !== undefined}
            className={cx(css.pin, pin.id === chosen && css.chosen)}
            aria-label={[pin.mark, pin.name, pin.said, pin.town].filter(Boolean).join(' ')}
            onMouseEnter={() => onChoose?.(pin.id)}
            onMouseLeave={() => onChoose?.(undefined)}
            onFocus={() => onChoose?.(pin.id)}
            onBlur={() => onChoose?.(undefined)}
          >
            <title>{[pin.name, pin.said, pin.town].filter(Boolean).join(' ')}</title>
            {/* What a finger hits. */}
            <circle cx={x} cy={y} r={Math.max(16, radiusOf(pin))} className={css.reach} />
            <circle cx={x} cy={y} r={radiusOf(pin)} className={css.point} />
            {pin.mark && (
              <text x={x} y={y + 4} className={css.mark}>
                {pin.mark}
              </text>
            )}
            {free.has(pin.id) && pin.id !== chosen && (
              <text x={x} y={y + radiusOf(pin) + 18} textAnchor="middle" className={css.name}>
                {nameOf(pin)}
              </text>
            )}
          </Link>
        );
      })}
      {/* Over all points, which stay in their order: whoever goes from one to the next by keyboard passes each once. */}
      {pins
        .filter(({ id }) => id === chosen)
        .slice(0, 1)
        .map((pin) => (
          <ChosenName key={pin.id} pin={pin} width={size.width} {...place(pin)} />
        ))}
      <g className={css.scale} aria-hidden="true">
        <path d={`M24 ${size.height - 28}v6h${scale.length}v-6`} />
        <text x={24} y={size.height - 34}>
          {length}
        </text>
        <path d={`M${size.width - 32} ${size.height - 22}v-24m-6 8l6-8 6 8`} />
        <text x={size.width - 44} y={size.height - 24} textAnchor="end">
          {t('sites.map.north')}
        </text>
      </g>
    </svg>
  );
}

/** Towards the middle from where the point is, and no longer than fits there. */
function ChosenName({ pin, width, x, y }: { pin: Pin; width: number; x: number; y: number }) {
  const name = nameOf(pin);
  const most = Math.floor(width / 2 / 13);
  const [anchor, aside] = x < width / 3 ? (['start', -8] as const) : x > (width * 2) / 3 ? (['end', 8] as const) : (['middle', 0] as const);
  return (
    <text x={x + aside} y={y + radiusOf(pin) + 18} textAnchor={anchor} className={css.name} aria-hidden="true">
      {name.length > most ? `${name.slice(0, most)}…` : name}
    </text>
  );
}

/** As wide as there is room: letters and points are as large on a phone as on a desk. */
function useSize() {
  const [width, setWidth] = useState(640);
  const measure = useCallback((map: SVGSVGElement | null) => {
    if (!map) return;
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.max(Math.round(entry!.contentRect.width), 240)));
    sizes.observe(map);
    return () => sizes.disconnect();
  }, []);
  return { size: { width, height: Math.max(Math.round(width * 0.72), 300), margin }, measure };
}

const radiusOf = ({ mark, weight }: Pin): number => (mark ? 11 : weight === undefined ? 6 : 5 + 15 * Math.sqrt(weight));
const nameOf = ({ name, said }: Pin): string => [name.length > 24 ? `${name.slice(0, 24)}…` : name, said].filter(Boolean).join(' ');

/** Where the scale is drawn. */
const scaleBox = (height: number, length: number) => ({ left: 0, right: 48 + length, top: height - 52, bottom: height });

/** Each town over its own points: we have no other place for its name. */
function townsOf(pins: readonly Pin[]): (Located & { town: string })[] {
  const towns = new Map<string, Pin[]>();
  for (const pin of pins) towns.set(pin.town, [...(towns.get(pin.town) ?? []), pin]);
  return [...towns].map(([town, own]) => ({
    town,
    latitude: Math.max(...own.map((one) => one.latitude)),
    longitude: own.reduce((sum, one) => sum + one.longitude, 0) / own.length,
  }));
}

/** Those of whose place something is known. */
export const pinsOf = (
  sites: readonly { id: string; name: string; town: string; latitude: number | null; longitude: number | null }[],
): Pin[] =>
  sites.flatMap(({ id, name, town, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ id, name, town, latitude, longitude }],
  );
