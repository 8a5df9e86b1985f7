import { type ReactNode } from 'react';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { educations, genders } from '#contract';
import { FieldPair } from '../parts/field-pair.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { type Person } from './questions.ts';

/** The fields of a person. `person`: who is on the register already; their unit changes by a move, not here. */
export function PersonFields({ person, unitName, note }: { person?: Person; unitName?: string; note?: ReactNode }) {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('all.field.required') }];
  const unknown = { value: '', label: t('people.form.unknown') };
  const numbers = [
    { name: 'idNumber', drop: 'dropIdNumber', last4: person?.idNumberLast4, hint: t('people.form.idHint') },
    { name: 'phone', drop: 'dropPhone', last4: person?.phoneLast4, hint: t('people.form.phoneHint') },
  ] as const;
  return (
    <>
      <Form.Item name="name" label={t('people.name')} rules={required}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {!person && (
        <FieldPair>
          <Form.Item name="unitId" label={t('all.unit')} rules={[{ required: true, message: t('all.field.required') }]}>
            <UnitPicker name={unitName} />
          </Form.Item>
          <Form.Item name="unitFrom" label={t('people.form.unitFrom')} extra={t('people.form.unitFromHint')}>
            <Input type="date" />
          </Form.Item>
        </FieldPair>
      )}
      {note}
      <FieldPair>
        <Form.Item name="gender" label={t('people.gender')}>
          <Select options={[unknown, ...genders.map((one) => ({ value: one as string, label: t(`domain.gender.${one}`) }))]} />
        </Form.Item>
        <Form.Item name="born" label={t('people.born')}>
          <Input type="date" />
        </Form.Item>
      </FieldPair>
      <FieldPair>
        <Form.Item name="education" label={t('people.education')}>
          <Select options={[unknown, ...educations.map((one) => ({ value: one as string, label: t(`domain.education.${one}`) }))]} />
        </Form.Item>
        <Form.Item name="minority" label={t('people.minority')}>
          <Select options={[unknown, { value: 'yes', label: t('all.yes') }, { value: 'no', label: t('all.no') }]} />
        </Form.Item>
      </FieldPair>
      <FieldPair>
        <Form.Item name="partyFrom" label={t('people.partyFrom')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="partyUntil" label={t('people.partyUntil')}>
          <Input type="date" />
        </Form.Item>
      </FieldPair>
      <Form.Item name="code" label={t('all.code')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      {numbers.map(({ name, drop, last4, hint }) => (
        <Form.Item key={name} label={t(`people.${name}`)} htmlFor={name} extra={hint}>
          <Form.Item name={name} noStyle>
            <Input
              id={name}
              maxLength={24}
              autoComplete="off"
              inputMode={name === 'phone' ? 'tel' : 'text'}
              placeholder={last4 ? t('people.form.kept', { digits: last4 }) : undefined}
            />
          </Form.Item>
          {last4 && (
            <Form.Item name={drop} valuePropName="checked" noStyle>
              <Checkbox>{t('people.form.remove')}</Checkbox>
            </Form.Item>
          )}
        </Form.Item>
      ))}
      <p className="note">{t('people.form.least')}</p>
    </>
  );
}
