import { type ReactNode } from 'react';
import css from './guide.module.css';

/** A part of a phone's screen, drawn; the words of the step beside it say the same. */
function Picture({ children }: { children: ReactNode }) {
  return (
    <svg className={css.picture} viewBox="0 0 240 120" aria-hidden>
      <rect x="1" y="1" width="238" height="118" rx="10" className={css.glass} />
      {children}
    </svg>
  );
}

/** Where to put the finger. */
const Ring = ({ x, y, r = 16 }: { x: number; y: number; r?: number }) => <circle cx={x} cy={y} r={r} className={css.ring} />;
const Dots = ({ x, y, upright = false }: { x: number; y: number; upright?: boolean }) => (
  <>
    {[-6, 0, 6].map((step) => (
      <circle key={step} cx={upright ? x : x + step} cy={upright ? y + step : y} r="2" className={css.ink} />
    ))}
  </>
);
const Line = ({ y, to = 150 }: { y: number; to?: number }) => <path d={`M20 ${y}H${to}`} className={css.faint} />;

/** The three dots at the top right of WeChat. */
export const WeChatDots = () => (
  <Picture>
    <path d="M1 36H239" className={css.line} />
    <path d="M22 13 16 19 22 25" className={css.line} />
    <path d="M80 19H160" className={css.faint} />
    <Dots x={212} y={19} />
    <Ring x={212} y={19} />
    <Line y={60} />
    <Line y={78} to={190} />
    <Line y={96} to={120} />
  </Picture>
);

/** The sheet that comes up, and in it the browser. */
export const WeChatSheet = ({ label }: { label: string }) => (
  <Picture>
    <path d="M1 22H239" className={css.line} />
    {[24, 82, 186].map((x) => (
      <rect key={x} x={x} y="38" width="32" height="32" rx="8" className={css.tile} />
    ))}
    <rect x="134" y="38" width="32" height="32" rx="8" className={css.tile} />
    <circle cx="150" cy="54" r="10" className={css.line} />
    <path d="M155 49 152 56 145 59 148 52Z" className={css.ink} />
    <Ring x={150} y={54} r={24} />
    <text x="150" y="98" textAnchor="middle" className={css.text}>
      {label}
    </text>
  </Picture>
);

/** Safari's square with an arrow, at the bottom. */
export const ShareButton = () => (
  <Picture>
    <Line y={20} />
    <Line y={38} to={190} />
    <path d="M1 66H239" className={css.line} />
    <path d="M30 86 24 92 30 98M72 86 78 92 72 98" className={css.line} />
    <path d="M112 88H108V104H132V88H128M120 98V78M114 84 120 78 126 84" className={css.line} />
    <Ring x={120} y={91} r={22} />
    <path d="M160 84H172V100H160ZM204 84H218V98H204ZM208 102H222V88" className={css.line} />
  </Picture>
);

/** A line of a menu: to the home screen. `mark`: the plus that iPhones draw beside it. */
export const HomeLine = ({ label, mark, dots }: { label: string; mark?: boolean; dots?: boolean }) => (
  <Picture>
    {dots && (
      <>
        <Dots x={222} y={20} upright />
        <Ring x={222} y={20} r={14} />
      </>
    )}
    <rect x="24" y="40" width="192" height="70" rx="8" className={css.tile} />
    <path d="M36 56H120" className={css.faint} />
    <text x="36" y="84" className={css.text}>
      {label}
    </text>
    {mark && <path d="M188 72H204V88H188ZM196 76V84M192 80H200" className={css.line} />}
    <rect x="28" y="66" width="184" height="28" rx="14" className={css.ring} />
    <path d="M36 102H100" className={css.faint} />
  </Picture>
);

/** The app among others on the home screen. */
export const HomeIcon = ({ label }: { label: string }) => (
  <Picture>
    {[30, 84, 192].map((x) => (
      <rect key={x} x={x} y="26" width="34" height="34" rx="9" className={css.tile} />
    ))}
    <rect x="138" y="26" width="34" height="34" rx="9" className={css.leaf} />
    <path d="M147 43 153 49 164 37" className={css.tick} />
    <Ring x={155} y={43} r={26} />
    <text x="155" y="88" textAnchor="middle" className={css.text}>
      {label}
    </text>
  </Picture>
);
