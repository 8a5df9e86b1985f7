import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { once } from '../../api/client.ts';
import { FormSheet } from './form-sheet.tsx';
import { orNull } from './or-null.ts';

interface Props<Values extends { code?: string }> {
  title: string;
  initial?: Partial<Values>;
  /** Makes the row; with the same headers sent again it is still one. */
  make: (values: Values, code: string | null, headers: ReturnType<typeof once>) => Promise<{ id: string }>;
  /** What was read before and may be another now. */
  changed: (client: QueryClient) => void;
  /** The page of what was made. */
  pageOf: (id: string) => string;
  codeHint: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** The form of a new row of a register: its fields, and last the code that only a new one is asked for. It leads to what it made. */
export function NewRow<Values extends { code?: string }>({
  title,
  initial = {},
  make,
  changed,
  pageOf,
  codeHint,
  onClose,
  wide,
  children,
}: Props<Values>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [headers] = useState(once);
  const send = async (values: Values): Promise<void> => {
    const { id } = await make(values, orNull(values.code), headers);
    changed(client);
    void navigate(pageOf(id));
  };
  return (
    <FormSheet<Values> title={title} form={form} initial={initial} send={send} onClose={onClose} wide={wide}>
      {children}
      <Form.Item name="code" label={t('all.code')} extra={codeHint}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormSheet>
  );
}
