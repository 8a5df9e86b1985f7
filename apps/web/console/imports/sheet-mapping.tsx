import { Radio, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../parts/class-names.ts';
import css from './imports.module.css';
import { type Format, type Mapping, type SheetTop } from './questions.ts';
import { listed } from '../parts/quantities.ts';

const letter = (column: number): string =>
  (column > 26 ? letter(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** The top rows of a sheet as they are; above each column what it is read as, beside each row whether it is the header. */
export function SheetMapping({
  top,
  told,
  formats,
  missing,
  change,
}: {
  top: SheetTop;
  told: Mapping;
  formats: readonly Format[];
  missing: readonly string[];
  change: (to: Mapping) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const width = Math.max(0, ...top.rows.map(({ cells }) => cells.length));
  const format = formats.find(({ name }) => name === told.format);
  const fieldOf = (column: number): string => told.columns.find((one) => one.column === column)?.key ?? '';
  const set = (column: number, key: string): void =>
    change({
      ...told,
      // A field stands in one column: said of another, it leaves the first.
      columns: [...told.columns.filter((one) => one.column !== column && one.key !== key), ...(key ? [{ key, column }] : [])].sort(
        (a, b) => a.column - b.column,
      ),
    });
  const header = top.rows.find(({ row }) => row === told.headerRow);
  const passed = (header?.cells ?? []).filter((title, i) => title !== '' && fieldOf(i + 1) === '');
  const formatName = (one: Format): string => one.sheet ?? t('imports.mapping.rows');
  return (
    <div className={css.sheet}>
      <div className={css.sheetHead}>
        <h3>
          <bdi>{top.name}</bdi>
        </h3>
        <Select
          aria-label={t('imports.mapping.readAs', { sheet: top.name })}
          style={{ width: 180 }}
          value={told.format ?? ''}
          options={[
            ...formats.map((one) => ({ value: one.name, label: t('imports.mapping.as', { name: formatName(one) }) })),
            { value: '', label: t('imports.mapping.leave') },
          ]}
          onChange={(value: string) => change({ ...told, format: value || null, columns: value === told.format ? told.columns : [] })}
        />
        <span className="note">{t(`imports.mapping.origin.${top.origin}`)}</span>
      </div>
      {format && (
        <>
          <div className={css.grid} tabIndex={0} role="region" aria-label={top.name}>
            <table>
              <thead>
                <tr>
                  <th scope="col" id={id}>
                    {t('imports.mapping.header')}
                  </th>
                  {Array.from({ length: width }, (_, i) => (
                    <th key={i} scope="col" className={cx(fieldOf(i + 1) !== '' && css.read)}>
                      <span className="note">{letter(i + 1)}</span>
                      <Select
                        aria-label={t('imports.mapping.column', { letter: letter(i + 1) })}
                        style={{ width: 140 }}
                        size="small"
                        showSearch={{ optionFilterProp: 'label' }}
                        value={fieldOf(i + 1)}
                        options={[
                          { value: '', label: t('imports.mapping.unread') },
                          ...format.columns.map(({ key, title, required }) => ({ value: key, label: required ? `${title} *` : title })),
                        ]}
                        onChange={(key: string) => set(i + 1, key)}
                      />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {top.rows.map(({ row, cells }) => (
                  <tr key={row} className={cx(row === told.headerRow && css.headerRow, row < told.headerRow && css.aboveHeader)}>
                    <th scope="row">
                      <Radio
                        checked={row === told.headerRow}
                        aria-label={t('imports.mapping.isHeader', { n: row })}
                        onChange={() => change({ ...told, headerRow: row })}
                      >
                        {row}
                      </Radio>
                    </th>
                    {Array.from({ length: width }, (_, i) => (
                      <td key={i} title={cells[i]}>
                        <bdi>{cells[i]}</bdi>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {missing.length > 0 && (
            <p className={css.wrong} role="status">
              {t('imports.mapping.missing', { titles: listed(missing) })}
            </p>
          )}
          {passed.length > 0 && <p className="note">{t('imports.mapping.passed', { titles: listed(passed) })}</p>}
        </>
      )}
    </div>
  );
}
