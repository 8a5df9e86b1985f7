import { type ConsolePage } from '#contract';

/** One line drawing for each entry: a chart, a board, a tray… Read by nobody, the word stands beside. */
const paths: Record<ConsolePage | 'start' | 'registers' | 'more' | 'out' | 'tongue' | 'light' | 'fold', string> = {
  start: 'M3 9.5 10 4l7 5.5V17H3z M8 17v-5h4v5',
  figures: 'M3 17h14 M5 17v-5 M9 17V7 M13 17v-8 M17 17V4',
  classes: 'M3 4h14v10H3z M7 17h6 M10 14v3',
  sessions: 'M3 5h14v12H3z M3 9h14 M7 3v4 M13 3v4',
  waiting: 'M3 11v6h14v-6l-3-7H6z M3 11h4l1 2h4l1-2h4',
  registers: 'M4 3h12v14H4z M4 7h-1.500 M4 13h-1.500 M8 7h5 M8 10h5 M8 13h3',
  people: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M2 17c0-3 2-5 5-5s5 2 5 5 M13 9a2.5 2.5 0 1 0-1-4.8 M14 12c2.5 .3 4 2 4 5',
  instructors: 'M2 7l8-4 8 4-8 4z M6 9.5v4c2 2 6 2 8 0v-4 M18 7v5',
  sites: 'M10 18s-6-5.5-6-10a6 6 0 1 1 12 0c0 4.5-6 10-6 10z M10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  units: 'M8 3h4v4H8z M2 13h4v4H2z M14 13h4v4h-4z M10 7v3 M4 13v-3h12v3',
  imports: 'M10 3v9 M6 8.5 10 12l4-3.5 M3 13v4h14v-4',
  accounts: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M3 18c0-4 3-6 7-6s7 2 7 6',
  me: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M3 18c0-4 3-6 7-6s7 2 7 6',
  more: 'M4 6h12 M4 10h12 M4 14h12',
  out: 'M8 4H4v12h4 M12 7l3 3-3 3 M15 10H8',
  tongue: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z M3 10h14 M10 3c2.5 2 2.5 12 0 14 M10 3c-2.5 2-2.5 12 0 14',
  light:
    'M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M10 1.5v2 M10 16.5v2 M1.5 10h2 M16.5 10h2 M4 4l1.400 1.400 M14.600 14.600 16 16 M16 4l-1.400 1.400 M5.400 14.600 4 16',
  fold: 'M3 4h14v12H3z M8 4v12',
};

export const Icon = ({ of }: { of: keyof typeof paths }) => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <path d={paths[of]} />
  </svg>
);
