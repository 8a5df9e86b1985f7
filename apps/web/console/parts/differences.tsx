import { Button, Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import css from './differences.module.css';
import { same } from './three-ways.ts';
import { listed } from './quantities.ts';

/** The fields of a form by name, as a person calls them. */
export type Labels<Values> = Partial<Record<keyof Values & string, string>>;

/** How the value of a field reads where it is no text: the name that stands for an id, the word for a state. */
export type Say<Values> = (field: keyof Values & string, value: unknown) => string | undefined;

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—';
  return Array.isArray(value) ? listed(value.map(String)) : String(value);
};

/** Somebody else has saved meanwhile: what both changed side by side, and theirs can be taken, field by field. Saving again keeps mine. */
export function Differences<Values extends object>({
  form,
  theirs,
  contested,
  labels,
  say,
}: {
  form: FormInstance<Values>;
  theirs: Partial<Values>;
  /** What both have changed. */
  contested: readonly (keyof Values & string)[];
  labels: Labels<Values>;
  say?: Say<Values>;
}) {
  const { t } = useTranslation();
  const said = (field: keyof Values & string, value: unknown): string => say?.(field, value) ?? shown(value);
  // Read anew at every change: what was taken, or typed alike, is no difference any more.
  Form.useWatch([], { form, preserve: true });
  const mine = form.getFieldsValue(true) as Partial<Values>;
  const fields = contested.filter((field) => !same(mine[field], theirs[field]));
  return (
    <div className={css.box} role="alert">
      <p>{t(fields.length === 0 ? 'all.conflict.same' : 'all.conflict.title')}</p>
      {fields.length > 0 && (
        <table>
          <thead>
            <tr>
              <th />
              <th>{t('all.conflict.mine')}</th>
              <th>{t('all.conflict.theirs')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{labels[field] ?? field}</th>
                <td>{said(field, mine[field])}</td>
                <td>{said(field, theirs[field])}</td>
                <td>
                  <Button size="small" onClick={() => form.setFieldsValue({ [field]: theirs[field] } as never)}>
                    {t('all.conflict.take')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
