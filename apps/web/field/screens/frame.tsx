import { type ReactNode } from 'react';
import { Chip } from './chip.tsx';
import css from './frame.module.css';
import { Lost } from './lost.tsx';
import { Notices } from './notices.tsx';

/** Every screen: how things stand above, what one does in the middle, what the thumb reaches below. */
export function Frame({ head, foot, children }: { head?: ReactNode; foot?: ReactNode; children: ReactNode }) {
  return (
    <div className={css.frame}>
      <header className={css.head}>
        <Chip />
        {head}
      </header>
      <main className={css.main}>
        <Lost />
        <Notices />
        {children}
      </main>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </div>
  );
}
