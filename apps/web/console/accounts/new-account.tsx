import { Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Picker } from '../parts/picker.tsx';
import { GrantsField, type GrantDraft } from './grants-field.tsx';
import { PasswordField } from './password-field.tsx';

interface Values {
  account: string;
  name: string;
  password: string;
  grants: GrantDraft[];
  instructorId?: string;
}

const findInstructors = async (q: string) => {
  const { items } = await told(api.GET('/v1/instructors', { params: { query: { limit: 50, ...(q ? { q } : {}) } } }));
  return items.map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation ?? undefined }));
};

export function NewAccount({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const key = useRef(once());
  const send = async ({ grants, instructorId, ...values }: Values): Promise<void> => {
    const body = { ...values, grants: grants as Required<GrantDraft>[], instructorId: instructorId ?? null };
    const { id } = await told(api.POST('/v1/users', { params: { header: key.current }, body }));
    await client.invalidateQueries({ queryKey: ['accounts'] });
    onDone(id);
  };
  const required = { required: true, message: t('all.field.required') };
  return (
    <FormSheet<Values> title={t('accounts.new')} form={form} initial={{ grants: [{}] }} send={send} onClose={onClose}>
      <Form.Item
        name="account"
        label={t('accounts.field.account')}
        extra={t('accounts.accountHint')}
        rules={[
          required,
          { pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u, message: t('all.field.pattern') },
          { min: 2, message: t('all.field.tooShort') },
        ]}
      >
        <Input maxLength={60} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label={t('accounts.field.name')} rules={[required]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <PasswordField />
      <GrantsField />
      <Form.Item name="instructorId" label={t('accounts.field.instructor')} extra={t('accounts.instructorHint')}>
        <Picker of={['instructors']} find={findInstructors} placeholder={t('accounts.field.instructor')} />
      </Form.Item>
    </FormSheet>
  );
}
