import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { NewRow } from '../parts/new-row.tsx';
import { useNames } from './names.ts';
import { type Base, readBase, sitesChanged } from './questions.ts';
import { Learning } from '../units/learning.tsx';

interface Values {
  name: string;
  unitId: string;
  code?: string;
}

export function NewBase({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <NewRow<Values>
      title={t('sites.add.bases')}
      make={(values, code, headers) =>
        told(api.POST('/v1/training-bases', { body: { name: values.name, unitId: values.unitId, code }, headers }))
      }
      changed={sitesChanged}
      pageOf={(id) => `/sites/bases/${id}`}
      codeHint={t('sites.codeHint')}
      onClose={onClose}
    >
      <Fields />
    </NewRow>
  );
}

export function EditBase({ base, onClose }: { base: Base; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const names = useNames([[base.unitId, base.unit]]);
  const { id } = base;
  const send = ({ name, unitId }: Values, version: number) =>
    told(
      api.PATCH('/v1/training-bases/{id}', {
        params: { path: byId(id), header: ifMatch(version) },
        body: { name, unitId },
      }),
    );
  const read = async () => {
    const now = await readBase(id);
    names.learn(now.unitId, now.unit);
    return { values: { name: now.name, unitId: now.unitId }, version: now.version };
  };
  const labels = { name: t('all.name'), unitId: t('sites.unit') };
  return (
    <FormSheet<Values>
      title={t('sites.edit', { name: base.name })}
      form={form}
      initial={{ name: base.name, unitId: base.unitId }}
      send={send}
      onClose={onClose}
      onDone={() => sitesChanged(client)}
      shared={{ version: base.version, read, labels, say: (field, value) => (field === 'unitId' ? names.of(value) : undefined) }}
    >
      <Fields nameOf={names.of} learn={names.learn} />
    </FormSheet>
  );
}

function Fields({ nameOf, learn }: { nameOf?: (id: string) => string; learn?: (id: string, name: string) => void }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('all.field.required') }];
  return (
    <>
      <Form.Item name="name" label={t('all.name')} rules={[{ ...required[0], whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={t('sites.unit')} rules={required}>
        <Learning nameOf={nameOf} learn={learn} />
      </Form.Item>
    </>
  );
}
