import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import css from './paper.module.css';
import { type WalkInFields } from './use-walk-ins.ts';

/** Somebody who signed and stands on no roster. Enter saves, Esc goes back to the list unless something was typed. */
export function WalkInForm({ onAdd, onClose }: { onAdd: (who: WalkInFields) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string; village?: string; phoneTail?: string }>();
  const isEmpty = (): boolean => Object.values(form.getFieldsValue()).every((typed) => !typed);
  return (
    <Form
      form={form}
      layout="inline"
      className={css.stranger}
      aria-label={t('attendance.walkIn')}
      onKeyDown={(event) => event.key === 'Escape' && isEmpty() && onClose()}
      onFinish={({ name, village, phoneTail }) => {
        onAdd({ name: name.trim(), ...(village?.trim() && { village: village.trim() }), ...(phoneTail && { phoneTail }) });
        onClose();
      }}
    >
      <Form.Item name="name" rules={[{ required: true, whitespace: true, message: t('all.field.required') }]}>
        <Input
          autoFocus
          maxLength={60}
          aria-label={t('attendance.walkInFields.name')}
          placeholder={t('attendance.walkInFields.name')}
          style={{ width: 120 }}
        />
      </Form.Item>
      <Form.Item name="village">
        <Input
          maxLength={60}
          aria-label={t('attendance.walkInFields.village')}
          placeholder={t('attendance.walkInFields.village')}
          style={{ width: 120 }}
        />
      </Form.Item>
      <Form.Item name="phoneTail" rules={[{ pattern: /^\d{4}$/, message: t('attendance.walkInFields.phoneTailRule') }]}>
        <Input
          maxLength={4}
          inputMode="numeric"
          aria-label={t('attendance.walkInFields.phoneTail')}
          placeholder={t('attendance.walkInFields.phoneTail')}
          style={{ width: 150 }}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('attendance.walkInFields.add')}
      </Button>
      <Button onClick={onClose}>{t('all.cancel')}</Button>
      <p className="note">{t('attendance.walkInFields.hint')}</p>
    </Form>
  );
}
