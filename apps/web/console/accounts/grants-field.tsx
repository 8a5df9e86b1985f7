import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { bundleNames } from '#contract';
import { type Choice } from '../parts/picker.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import css from './accounts.module.css';
import { type Grant } from './questions.ts';

export type GrantDraft = Partial<Pick<Grant, 'bundle' | 'unitId'>>;

interface Named {
  nameOf?: (unitId: string) => string | undefined;
  named?: (unitId: string, name: string) => void;
}

/** Bundles with their units; at least one, for who holds nothing belongs to nobody. */
export function GrantsField({ nameOf, named }: Named) {
  const { t } = useTranslation();
  const name = (unitId: string | undefined): string | undefined => (unitId === undefined ? undefined : nameOf?.(unitId));
  const form = Form.useFormInstance();
  return (
    <Form.List name="grants">
      {(fields, { add, remove }) => (
        <fieldset className={css.drafts}>
          <legend className={css.legend}>{t('accounts.field.grants')}</legend>
          {fields.map(({ key, name: place }) => (
            <div key={key} className={css.draft}>
              <Form.Item name={[place, 'bundle']} rules={[{ required: true, message: t('all.field.required') }]}>
                <Select
                  aria-label={t('accounts.field.bundle')}
                  placeholder={t('accounts.field.bundle')}
                  options={bundleNames.map((bundle) => ({ value: bundle, label: t(`domain.bundle.${bundle}`) }))}
                />
              </Form.Item>
              <Form.Item name={[place, 'unitId']} rules={[{ required: true, message: t('all.field.required') }]}>
                <NamedUnit named={named} name={name(form.getFieldValue(['grants', place, 'unitId']) as string | undefined)} />
              </Form.Item>
              <Button
                type="text"
                disabled={fields.length === 1}
                aria-label={t('accounts.grant.remove', { n: place + 1 })}
                onClick={() => remove(place)}
              >
                {t('accounts.grant.less')}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('accounts.grant.more')}</Button>
          <p className="note">{t('accounts.grant.hint')}</p>
        </fieldset>
      )}
    </Form.List>
  );
}

interface NamedUnitProps {
  name: string | undefined;
  /** Told what a unit that was chosen is called. */
  named?: (unitId: string, name: string) => void;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

function NamedUnit({ name, named, value, onChange }: NamedUnitProps) {
  const { t } = useTranslation();
  const chosen = (unitId: string | undefined, choice?: Choice): void => {
    if (unitId !== undefined && choice) named?.(unitId, choice.label);
    onChange?.(unitId);
  };
  return <UnitPicker value={value} onChange={chosen} name={name} placeholder={t('accounts.field.unit')} />;
}
