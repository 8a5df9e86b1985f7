import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract';
import { api } from '../../api/client.ts';
import { cx } from '../parts/class-names.ts';
import { useDownload } from '../parts/download.ts';
import css from './imports.module.css';
import { type Kind } from './questions.ts';
import { listed } from '../parts/quantities.ts';

/** The kinds of list that the reader may send: what each is, what must stand in it, and an empty one to fill in. */
export function KindChoice({ kinds, chosen, choose }: { kinds: readonly Kind[]; chosen: string; choose: (kind: string) => void }) {
  const { t } = useTranslation();
  const download = useDownload();
  return (
    <Radio.Group
      className={css.kinds}
      value={chosen}
      aria-label={t('imports.what')}
      onChange={(event) => choose(event.target.value as string)}
    >
      {kinds.map(({ kind, sheets }) => {
        const needed = [...new Set(sheets.flatMap(({ columns }) => columns.filter(({ required }) => required).map(({ title }) => title)))];
        return (
          <div key={kind} className={cx(css.kind, kind === chosen && css.chosen)}>
            <Radio value={kind}>
              <b>{t(`domain.importKind.${kind as ImportKind}`)}</b>
            </Radio>
            <a
              className="offPaper"
              href={`/v1/imports/templates/${kind}`}
              download
              onClick={download(`${kind}.xlsx`, () =>
                api.GET('/v1/imports/templates/{kind}', { params: { path: { kind: kind as ImportKind } }, parseAs: 'blob' }),
              )}
            >
              {t('imports.template')}
              <span className="unseen"> {t(`domain.importKind.${kind as ImportKind}`)}</span>
            </a>
            <p className="soft">{t(`imports.about.${kind as ImportKind}`)}</p>
            {kind === chosen && <p className="note">{t('imports.needs', { columns: listed(needed) })}</p>}
          </div>
        );
      })}
    </Radio.Group>
  );
}
