import { App, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';

interface Values {
  current: string;
  next: string;
  again: string;
}
const shortest = 10;

/** One's own password; all other places where one is signed in end with the old one. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const key = useRef(once());
  const required = { required: true, message: t('all.field.required') };
  const send = async ({ current, next }: Values): Promise<void> => {
    await told(api.PUT('/v1/me/password', { params: { header: key.current }, body: { current, next } }));
    await client.invalidateQueries({ queryKey: ['tokens', 'mine'] });
    void message.success(t('me.password.done'));
  };
  return (
    <FormSheet<Values> title={t('me.password.change')} form={form} initial={{}} send={send} onClose={onClose}>
      <Form.Item name="current" label={t('me.password.current')} rules={[required]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('me.password.next')}
        extra={t('me.password.hint', { n: shortest })}
        rules={[required, { min: shortest, message: t('all.field.tooShort') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('me.password.again')}
        dependencies={['next']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('me.password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <p className="note">{t('me.password.consequence')}</p>
    </FormSheet>
  );
}
