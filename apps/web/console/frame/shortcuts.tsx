import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKeysOfPage } from '../parts/page-keys.ts';
import { Sheet } from '../parts/sheet.tsx';
import { type Entry } from './entries.ts';
import css from './frame.module.css';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` to the search of the page, `g` and a letter to another page, `?` for this list. */
export function Shortcuts({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let going = false;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { key } = event;
      // Over a sheet the page rests, but what its keys are can be asked there too.
      if (key !== '?' && document.querySelector('dialog[open]')) return;
      if (going) {
        going = false;
        const page = key === 'h' ? '' : entries.find((one) => one.key === key)?.page;
        if (page !== undefined) {
          event.preventDefault();
          void navigate(`/${page}`);
        }
      } else if (key === 'g') going = true;
      else if (key === '?') setShown(true);
      else if (key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-search] input, input[data-search]');
        if (search) {
          event.preventDefault();
          search.focus();
          search.select();
        }
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [entries, navigate]);
  const ofPage = useKeysOfPage();
  if (!shown) return null;
  const keys = [
    ['/', t('frame.shortcuts.search')],
    ['g h', `${t('frame.shortcuts.go')} ${t('frame.nav.start')}`],
    ...entries.map(({ page, key }) => [`g ${key}`, `${t('frame.shortcuts.go')} ${t(`frame.nav.${page}`)}`] as const),
    ['Esc', t('frame.shortcuts.close')],
    ['?', t('frame.shortcuts.help')],
    ...ofPage,
  ] as const;
  return (
    <Sheet title={t('frame.shortcuts.title')} onClose={() => setShown(false)}>
      <div className={css.keys}>
        {keys.map(([key, what]) => (
          <Fragment key={key}>
            <kbd>{key}</kbd>
            <span>{what}</span>
          </Fragment>
        ))}
      </div>
    </Sheet>
  );
}
