import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { once } from '../../api/client.ts';
import { useChanged } from '../classes/questions.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { n } from '../parts/quantities.ts';
import { becomes } from './becomes.ts';
import { type SessionOf } from './questions.ts';
import css from './sessions.module.css';

/** A sheet found to be false leaves the figures for good: confirmed with what leaves with it. */
export function VoidSession({ session, onClose }: { session: SessionOf; onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const [form] = Form.useForm<{ reason?: string }>();
  const [key] = useState(once);
  const heads = session.headCount?.verified ? session.headCount.count : 0;
  const send = async ({ reason }: { reason?: string }): Promise<void> => {
    try {
      await becomes(session, 'void', { key, reason });
    } catch (problem) {
      changed();
      throw problem;
    }
  };
  return (
    <FormSheet
      title={t('sessions.voidTitle')}
      form={form}
      initial={{}}
      submit={t('sessions.voidIt')}
      leave={t('all.back')}
      danger
      send={send}
      onClose={onClose}
      onDone={changed}
    >
      <p>{session.named + heads > 0 ? t('sessions.voidPlain', { named: n(session.named), heads: n(heads) }) : t('sessions.voidNone')}</p>
      <Form.Item name="reason" label={t('sessions.reason')} extra={t('sessions.reasonHint')} className={css.reason}>
        <Input maxLength={200} />
      </Form.Item>
    </FormSheet>
  );
}
