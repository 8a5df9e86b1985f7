import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PositionKind, positionKinds } from '#contract';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { FieldPair } from '../parts/field-pair.tsx';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Section } from '../parts/page.tsx';
import { day } from '../parts/quantities.ts';
import { type Column, Table } from '../parts/table.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import css from './people.module.css';
import { peopleChanged, type Person, readPerson } from './questions.ts';

type Position = Person['positions'][number];

/** What somebody was, from when to when. */
export function Positions({ person, canChange }: { person: Person; canChange: boolean }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Position>();
  const columns: Column<Position>[] = [
    { key: 'kind', title: t('people.positions.kind'), cell: ({ kind }) => t(`domain.position.${kind}`) },
    { key: 'unit', title: t('people.positions.at'), cell: ({ unit }) => unit ?? t('people.positions.ownUnit') },
    { key: 'from', title: t('people.positions.from'), cell: ({ from }) => day(from, { weekday: false }) },
    {
      key: 'to',
      title: t('people.positions.to'),
      cell: ({ to }) => (to === null ? t('people.positions.now') : day(to, { weekday: false })),
    },
    ...(canChange
      ? [
          {
            key: 'end',
            title: '',
            cell: (position: Position) => (
              <button type="button" className={`${css.plain} offPaper`} onClick={() => setEnding(position)}>
                {t(position.to === null ? 'people.positions.end' : 'people.positions.change')}
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('people.positions.title')}
      note={t('people.positions.note')}
      tools={canChange && <button onClick={() => setAdding(true)}>{t('people.positions.add')}</button>}
    >
      {person.positions.length === 0 ? (
        <p className="soft">{t('people.positions.none')}</p>
      ) : (
        <Table label={t('people.positions.title')} columns={columns} rows={person.positions} rowKey={({ id }) => id} />
      )}
      {adding && <AddPosition person={person} onClose={() => setAdding(false)} />}
      {ending && <EndPosition person={person} position={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

interface Term {
  kind: PositionKind;
  unitId?: string;
  from: string;
  to?: string;
}

function AddPosition({ person: { id }, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Term>();
  const [key] = useState(once);
  const required = [{ required: true, message: t('all.field.required') }];
  const send = ({ kind, unitId, from, to }: Term) =>
    told(
      api.POST('/v1/people/{id}/positions', {
        params: { path: byId(id) },
        body: { kind, unitId: unitId ?? null, from, to: to || null },
        headers: key,
      }),
    );
  return (
    <FormSheet<Term>
      title={t('people.positions.add')}
      form={form}
      initial={{}}
      send={send}
      onClose={onClose}
      onDone={() => peopleChanged(client)}
    >
      <Form.Item name="kind" label={t('people.positions.kind')} rules={required}>
        <Select options={positionKinds.map((one) => ({ value: one, label: t(`domain.position.${one}`) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t('people.positions.at')} extra={t('people.positions.atHint')}>
        <UnitPicker />
      </Form.Item>
      <FieldPair>
        <Form.Item name="from" label={t('people.positions.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('people.positions.to')} extra={t('people.positions.endHint')}>
          <Input type="date" />
        </Form.Item>
      </FieldPair>
    </FormSheet>
  );
}

function EndPosition({ person: { id }, position, onClose }: { person: Person; position: Position; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ to: string }>();
  const path = { ...byId(id), positionId: byId(position.id).id };
  const send = ({ to }: { to: string }, version: number) =>
    told(
      api.PATCH('/v1/people/{id}/positions/{positionId}', {
        params: { path, header: ifMatch(version) },
        body: { to: to || null },
      }),
    );
  const read = async () => {
    const now = (await readPerson(id)).positions.find((one) => one.id === position.id) ?? position;
    return { values: { to: now.to ?? '' }, version: now.version };
  };
  return (
    <FormSheet<{ to: string }>
      title={t('people.positions.endTitle', { kind: t(`domain.position.${position.kind}`) })}
      form={form}
      initial={{ to: position.to ?? '' }}
      send={send}
      onClose={onClose}
      onDone={() => peopleChanged(client)}
      shared={{ version: position.version, read, labels: { to: t('people.positions.to') } }}
    >
      <Form.Item name="to" label={t('people.positions.to')} extra={t('people.positions.endHint')}>
        <Input type="date" />
      </Form.Item>
    </FormSheet>
  );
}
