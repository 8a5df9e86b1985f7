import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver } from './arriving.ts';
import css from './page.module.css';

/** A page: where one is, what it is called, the one thing to do here. */
export function Page({ title, crumb, actions, children }: { title: string; crumb?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // While its data come a page has a heading that gives way to its own.
  useLayoutEffect(() => handOver(heading.current!), []);
  useEffect(() => {
    document.title = `${title} · ${t('all.product')}`;
  }, [title, t]);
  return (
    <>
      <div className={css.head}>
        {crumb && <nav className={`${css.crumb} offPaper`}>{crumb}</nav>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className={`${css.actions} offPaper`}>{actions}</div>}
      </div>
      {children}
    </>
  );
}

export function Section({ title, note, tools, children }: { title: string; note?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <span className="note">{note}</span>}
        {tools && <div className={`${css.tools} offPaper`}>{tools}</div>}
      </header>
      {children}
    </section>
  );
}
