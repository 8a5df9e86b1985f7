import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { readUnit, type Unit, unitsChanged } from './questions.ts';

export function RenameUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const { id } = unit;
  const send = (body: { name: string }, version: number) =>
    told(api.PATCH('/v1/units/{id}', { params: { path: byId(id), header: ifMatch(version) }, body }));
  const read = async () => {
    const { name, version } = await readUnit(id);
    return { values: { name }, version };
  };
  return (
    <FormSheet<{ name: string }>
      title={t('units.rename.title', { name: unit.displayName })}
      form={form}
      initial={{ name: unit.name }}
      send={send}
      onClose={onClose}
      onDone={() => unitsChanged(client)}
      shared={{ version: unit.version, read, labels: { name: t('units.officialName') } }}
    >
      <Form.Item
        name="name"
        label={t('units.officialName')}
        extra={t('units.rename.hint')}
        rules={[{ required: true, whitespace: true, message: t('all.field.required') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </FormSheet>
  );
}
