import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type UnitLevel, unitLevels } from '#contract';
import { api, once, told } from '../../api/client.ts';
import { FieldPair } from '../parts/field-pair.tsx';
import { FormSheet } from '../parts/form-sheet.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { type Unit, unitsChanged } from './questions.ts';
import { orNull } from '../parts/or-null.ts';

interface Values {
  parentId?: string;
  level: UnitLevel;
  name: string;
  code?: string;
  validFrom?: string;
}

/** What most often stands under a unit of this level. */
const below: Record<UnitLevel, UnitLevel> = {
  province: 'city',
  city: 'county',
  county: 'town',
  town: 'village',
  village: 'organ',
  organ: 'organ',
};

export function NewUnit({ under, onClose }: { under?: Unit; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [key] = useState(once);
  const required = [{ required: true, message: t('all.field.required') }];
  const send = async ({ parentId, level, name, code, validFrom }: Values): Promise<void> => {
    const body = { parentId: parentId ?? null, level, name, code: orNull(code), ...(validFrom ? { validFrom } : {}) };
    const { id } = await told(api.POST('/v1/units', { body, headers: key }));
    unitsChanged(client);
    void navigate(`/units/${id}`);
  };
  return (
    <FormSheet<Values>
      title={t('units.create.title')}
      form={form}
      initial={{ parentId: under?.id, level: under ? below[under.level] : 'village' }}
      send={send}
      onClose={onClose}
    >
      <Form.Item name="parentId" label={t('units.create.under')} extra={t('units.create.underHint')}>
        <UnitPicker name={under?.displayName} />
      </Form.Item>
      <FieldPair>
        <Form.Item name="level" label={t('units.create.level')}>
          <Select options={unitLevels.map((one) => ({ value: one, label: t(`domain.level.${one}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('units.officialName')} rules={[{ ...required[0], whitespace: true }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </FieldPair>
      <FieldPair>
        <Form.Item name="code" label={t('units.code')} extra={t('units.create.codeHint')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="validFrom" label={t('units.create.from')} extra={t('units.create.fromHint')}>
          <Input type="date" />
        </Form.Item>
      </FieldPair>
    </FormSheet>
  );
}
