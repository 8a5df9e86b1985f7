import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useMay } from '../session/me.ts';
import css from './people.module.css';
import { type Person } from './questions.ts';

type Number = 'idNumber' | 'phone';

/** The last four of a number, and for whoever may, the way to the whole of it: for a reason, and never kept on the page. */
export function Hidden({ person, number }: { person: Person; number: Number }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  const last4 = number === 'idNumber' ? person.idNumberLast4 : person.phoneLast4;
  if (last4 === null) return '—';
  return (
    <span className={css.hidden}>
      <span>{t('people.last4', { digits: last4 })}</span>
      {may('people.reveal') && (
        <button type="button" className={`${css.plain} offPaper`} onClick={() => setAsking(true)}>
          {t('people.reveal.show')}
        </button>
      )}
      {asking && <Reason person={person} number={number} onClose={() => setAsking(false)} onShown={setValue} />}
      {value !== undefined && (
        <Sheet
          title={`${person.name} · ${t(`people.${number}`)}`}
          onClose={() => setValue(undefined)}
          foot={<Button onClick={() => setValue(undefined)}>{t('all.close')}</Button>}
        >
          <p className="soft">{t('people.reveal.value')}</p>
          <p className={css.inFull}>{value}</p>
          <p className="note">{t('people.reveal.once')}</p>
        </Sheet>
      )}
    </span>
  );
}

function Reason({
  person,
  number,
  onClose,
  onShown,
}: {
  person: Person;
  number: Number;
  onClose: () => void;
  onShown: (value: string) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const send = async ({ reason }: { reason: string }): Promise<void> => {
    const { id } = person;
    const { value } = await told(api.POST('/v1/people/{id}/reveal', { params: { path: byId(id) }, body: { number, reason } }));
    onShown(value);
  };
  return (
    <FormSheet
      title={t('people.reveal.title', { number: t(`people.${number}`) })}
      form={form}
      initial={{}}
      send={send}
      onClose={onClose}
      submit={t('people.reveal.submit')}
    >
      <p className={css.trace}>{t('people.reveal.audited')}</p>
      <Form.Item
        name="reason"
        label={t('people.reveal.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('all.field.required') }]}
      >
        <Input.TextArea rows={2} maxLength={200} placeholder={t('people.reveal.reasonExample')} />
      </Form.Item>
    </FormSheet>
  );
}
