import { Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses, type AttendanceStatus, type MarkMethod } from '#contract';
import css from './cell-sheet.module.css';
import { type GridPerson, type GridSession, halfOf } from './sheet.ts';
import { type Marking } from './use-marking.ts';

interface Values {
  status: AttendanceStatus;
  slot: number;
  method: MarkMethod;
  reason?: string;
  witness?: string;
  note?: string;
}

/** What somebody at a desk may say of how a mark came about; scanning and imports speak for themselves. */
const methods: readonly MarkMethod[] = ['roll', 'paper', 'assisted', 'lateEntry'];
const callsAtMost = 20;

/** A mark with all that may be said beside it. It takes the place of what stands there. */
export function CorrectForm({
  person,
  session,
  marking,
  slots,
  onTouched,
  onDone,
}: {
  person: GridPerson;
  session: GridSession;
  marking: Marking;
  slots: readonly number[];
  /** Something was typed or chosen that is not marked yet. */
  onTouched: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const half = halfOf(person, session.id, marking.unsentOf(person.personId));
  const status = Form.useWatch('status', form);
  const method = Form.useWatch('method', form);
  const last = Math.max(1, ...slots);
  const calls = Array.from({ length: Math.min(last + 1, callsAtMost) }, (_, i) => i + 1);
  return (
    <section className={css.correct}>
      <h3>{t('attendance.correct.title')}</h3>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ status: half.status ?? undefined, slot: half.slot, method: session.lateToday ? 'lateEntry' : 'roll' }}
        onValuesChange={onTouched}
        onFinish={(values) => {
          marking.mark([{ person, session, ...values }]);
          onDone();
        }}
      >
        <Form.Item name="status" label={t('attendance.correct.status')} rules={[{ required: true, message: t('all.field.required') }]}>
          <Radio.Group optionType="button" options={attendanceStatuses.map((one) => ({ value: one, label: t(`domain.status.${one}`) }))} />
        </Form.Item>
        <div className={css.two}>
          <Form.Item name="method" label={t('attendance.correct.method')}>
            <Select options={methods.map((one) => ({ value: one, label: t(`domain.method.${one}`) }))} />
          </Form.Item>
          <Form.Item name="slot" label={t('attendance.correct.slot')}>
            <Select options={calls.map((one) => ({ value: one, label: t('attendance.cell.call', { n: one }) }))} />
          </Form.Item>
        </div>
        {(method === 'assisted' || status === 'onLeave' || status === 'absent' || status === 'leftEarly') && (
          <Form.Item
            name="reason"
            label={t('attendance.correct.reason')}
            rules={method === 'assisted' ? [{ required: true, message: t('all.field.required') }] : []}
          >
            <Input
              maxLength={100}
              placeholder={t(method === 'assisted' ? 'attendance.correct.reasonAssisted' : 'attendance.correct.reasonHint')}
            />
          </Form.Item>
        )}
        {method === 'assisted' && (
          <Form.Item name="witness" label={t('attendance.correct.witness')}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('attendance.correct.note')}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <p className="note">{t('attendance.correct.replaces')}</p>
        <Button type="primary" htmlType="submit">
          {t('attendance.correct.save')}
        </Button>
      </Form>
    </section>
  );
}
