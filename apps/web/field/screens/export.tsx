import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../console/parts/save-file.ts';
import { dayAt, clockAt, now } from '../clock.ts';
import { countNotTaken, unsentFile } from '../kept/unsent.ts';
import { usePhone } from '../use-phone.ts';
import css from './records.module.css';

/** The way out for what cannot be handed over: a file. Nothing of it is written on the phone's own storage. */
export function Export() {
  const { t } = useTranslation();
  const records = usePhone((standing) => standing.records);
  const [count, setCount] = useState(0);
  const [said, setSaid] = useState<{ name: string } | 'failed' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // What cannot be read says so in the list.
    void countNotTaken().then(
      (many) => isCurrent && setCount(many),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [records]);
  const save = async (): Promise<void> => {
    try {
      const file = await unsentFile(import.meta.env.VITE_APP_VERSION as string);
      if (!file) return setSaid('failed');
      const name = `sitang-${dayAt(now())}-${clockAt(file.content.at).replace(':', '')}-${file.content.deviceId.slice(0, 8)}.json`;
      saveFile(name, new Blob([JSON.stringify(file)], { type: 'application/json' }));
      setSaid({ name });
    } catch {
      setSaid('failed');
    }
  };
  if (count === 0 && said === null) return null;
  return (
    <div className={css.export}>
      <button type="button" disabled={count === 0} onClick={() => void save()}>
        {t('field.records.export.do')}
      </button>
      <p role="status">
        {said === null
          ? t('field.records.export.says', { count })
          : said === 'failed'
            ? t('field.records.export.failed')
            : t('field.records.export.done', { name: said.name })}
      </p>
    </div>
  );
}
