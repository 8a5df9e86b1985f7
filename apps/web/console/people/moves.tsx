import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, byId, once, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Section } from '../parts/page.tsx';
import { day } from '../parts/quantities.ts';
import { Table } from '../parts/table.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { peopleChanged, type Person } from './questions.ts';

/** The day from which on somebody belongs to a unit of whom nobody said since when. */
const always = '1949-10-01';

/** Where somebody belonged, and since when. */
export function Moves({ person, canChange }: { person: Person; canChange: boolean }) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState(false);
  return (
    <Section
      title={t('people.moves.title')}
      note={t('people.moves.note')}
      tools={canChange && <button onClick={() => setMoving(true)}>{t('people.moves.move')}</button>}
    >
      <Table
        label={t('people.moves.title')}
        rows={[...person.units].reverse()}
        rowKey={({ from }) => from}
        columns={[
          { key: 'unit', title: t('people.moves.unit'), cell: ({ unit, unitId }) => <Link to={`/units/${unitId}`}>{unit}</Link> },
          {
            key: 'from',
            title: t('people.moves.from'),
            cell: ({ from }) => (from === always ? t('people.moves.always') : day(from, { weekday: false })),
          },
        ]}
      />
      {moving && <Move person={person} onClose={() => setMoving(false)} />}
    </Section>
  );
}

function Move({ person: { id, name }, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ unitId: string; from: string }>();
  const [key] = useState(once);
  const required = [{ required: true, message: t('all.field.required') }];
  return (
    <FormSheet<{ unitId: string; from: string }>
      title={t('people.moves.moveTitle', { name })}
      form={form}
      initial={{}}
      send={(body) => told(api.POST('/v1/people/{id}/move', { params: { path: byId(id) }, body, headers: key }))}
      onClose={onClose}
      onDone={() => peopleChanged(client)}
    >
      <Form.Item name="unitId" label={t('people.moves.unit')} rules={required}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="from" label={t('people.moves.firstDay')} extra={t('people.moves.firstDayHint')} rules={required}>
        <Input type="date" />
      </Form.Item>
    </FormSheet>
  );
}
