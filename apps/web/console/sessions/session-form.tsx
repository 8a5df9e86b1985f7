import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayPart, dayParts } from '#contract';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { OneRoute, OneSite, OneUnit, SomeClasses, SomeInstructors } from '../classes/pickers.tsx';
import { type ClassOf, useChanged } from '../classes/questions.ts';
import { namesOf, seenName } from '../classes/seen.ts';
import { type Say } from '../parts/differences.tsx';
import { FormSheet } from '../parts/form-sheet.tsx';
import { days } from '../parts/quantities.ts';
import { readSession, type SessionOf } from './questions.ts';
import { bare } from '../parts/or-null.ts';
import { type Fields, fieldsOf, following, registers } from './session-fields.ts';
import css from './sessions.module.css';

/** Puts a session into the timetable, or changes one. */
export function SessionForm({
  one,
  session,
  after,
  onClose,
}: {
  one: ClassOf;
  session?: SessionOf;
  after?: SessionOf;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const changed = useChanged();
  const [key] = useState(once);
  const [initial] = useState(() => (session ? fieldsOf(session, one.id) : following(one, after)));
  const guests = Form.useWatch('guests', form) ?? initial.guests;
  const labels = {
    topic: t('sessions.topic'),
    date: t('sessions.date'),
    dayPart: t('sessions.dayPart'),
    startsAt: t('sessions.startsAt'),
    endsAt: t('sessions.endsAt'),
    instructorIds: t('sessions.instructors'),
    siteId: t('sessions.site'),
    routeId: t('sessions.route'),
    place: t('sessions.place'),
    forUnitId: t('sessions.forUnit'),
    guests: t('sessions.joint'),
    leadClassId: t('sessions.lead'),
  };
  const say: Say<Fields> = (field, value) => {
    const register = registers[field];
    if (register) return namesOf(register, value);
    return field === 'dayPart' ? t(`domain.dayPart.${value as DayPart}`) : undefined;
  };
  const send = async ({ guests: others, leadClassId, ...values }: Fields, version: number, before: Partial<Fields>): Promise<unknown> => {
    const body = {
      ...values,
      startsAt: bare(values.startsAt),
      endsAt: bare(values.endsAt),
      siteId: bare(values.siteId),
      routeId: bare(values.routeId),
      place: bare(values.place),
      forUnitId: bare(values.forUnitId),
      leadClassId: others.includes(leadClassId) ? leadClassId : one.id,
      classIds: [one.id, ...others],
    };
    if (!session) return told(api.POST('/v1/sessions', { headers: key, body }));
    const { routeId, ...rest } = body;
    // The same route named again would bring its stops as they are today.
    const route = routeId === bare(before.routeId) ? {} : { routeId };
    return told(
      api.PATCH('/v1/sessions/{id}', { params: { path: byId(session.id), header: ifMatch(version) }, body: { ...rest, ...route } }),
    );
  };
  const read = async () => {
    const now = await readSession(session!.id);
    return { values: fieldsOf(now, one.id), version: now.version };
  };
  const required = { required: true, message: t('all.field.required') };
  const isPractical = one.kind === 'practical';
  return (
    <FormSheet
      title={t(session ? 'sessions.editTitle' : 'sessions.addTitle')}
      form={form}
      initial={initial}
      send={send}
      onClose={onClose}
      onDone={changed}
      {...(session && { shared: { version: session.version, read, labels, say } })}
    >
      <Form.Item name="topic" label={labels.topic} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <div className={css.pair}>
        <Form.Item
          name="date"
          label={labels.date}
          extra={t('sessions.outside', { dates: days(one.startsOn, one.endsOn) })}
          rules={[required]}
        >
          <Input type="date" min={one.startsOn} max={one.endsOn} />
        </Form.Item>
        <Form.Item name="dayPart" label={labels.dayPart}>
          <Radio.Group optionType="button" options={dayParts.map((value) => ({ value, label: t(`domain.dayPart.${value}`) }))} />
        </Form.Item>
        <Form.Item name="startsAt" label={labels.startsAt}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="endsAt" label={labels.endsAt}>
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="instructorIds" label={labels.instructorIds}>
        <SomeInstructors placeholder={labels.instructorIds} />
      </Form.Item>
      {isPractical && (
        <Form.Item name="routeId" label={labels.routeId} {...(session && { extra: t('sessions.routeHint') })}>
          <OneRoute placeholder={labels.routeId} />
        </Form.Item>
      )}
      <div className={css.pair}>
        <Form.Item name="siteId" label={labels.siteId}>
          <OneSite placeholder={labels.siteId} />
        </Form.Item>
        <Form.Item name="place" label={labels.place}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name="forUnitId" label={labels.forUnitId} extra={t('sessions.forUnitHint')}>
        <OneUnit placeholder={labels.forUnitId} />
      </Form.Item>
      <Form.Item name="guests" label={labels.guests} extra={t('sessions.jointHint')}>
        <SomeClasses placeholder={labels.guests} />
      </Form.Item>
      {guests.length > 0 && (
        <Form.Item name="leadClassId" label={labels.leadClassId}>
          <Select
            options={[one.id, ...guests].map((id) => ({ value: id, label: id === one.id ? one.name : (seenName('class', id) ?? id) }))}
          />
        </Form.Item>
      )}
    </FormSheet>
  );
}
