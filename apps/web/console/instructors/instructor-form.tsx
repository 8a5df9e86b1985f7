import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Engagement, engagements, type InstructorTag, instructorTags } from '#contract';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { FieldPair } from '../parts/field-pair.tsx';
import { FormSheet } from '../parts/form-sheet.tsx';
import { NewRow } from '../parts/new-row.tsx';
import { Picker } from '../parts/picker.tsx';
import { useMay } from '../session/me.ts';
import { searchPeople } from '../people/questions.ts';
import { Learning } from '../units/learning.tsx';
import { type Instructor, instructorsChanged, readInstructor } from './questions.ts';
import { orNull } from '../parts/or-null.ts';
import { listed } from '../parts/quantities.ts';

interface Values {
  name: string;
  unitId: string;
  code?: string;
  engagement: Engagement;
  tags: InstructorTag[];
  title?: string;
  organisation?: string;
  specialty?: string;
  personId?: string;
}

const valuesOf = (one: Instructor): Values => ({
  name: one.name,
  unitId: one.unitId,
  engagement: one.engagement,
  tags: one.tags,
  title: one.title ?? '',
  organisation: one.organisation ?? '',
  specialty: one.specialty ?? '',
  personId: one.personId ?? undefined,
});
const bodyOf = ({ name, unitId, engagement, tags, title, organisation, specialty, personId }: Values) => ({
  name,
  unitId,
  engagement,
  tags,
  title: orNull(title),
  organisation: orNull(organisation),
  specialty: orNull(specialty),
  personId: personId ?? null,
});

const personOf = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: () => told(api.GET('/v1/people/{id}', { params: { path: byId(id) } })),
  });

export function NewInstructor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <NewRow<Values>
      title={t('instructors.add')}
      initial={{ engagement: 'partTime', tags: [] }}
      make={(values, code, headers) => told(api.POST('/v1/instructors', { body: { ...bodyOf(values), code }, headers }))}
      changed={instructorsChanged}
      pageOf={(id) => `/instructors/${id}`}
      codeHint={t('instructors.codeHint')}
      onClose={onClose}
    >
      <Fields />
    </NewRow>
  );
}

export function EditInstructor({ instructor, onClose }: { instructor: Instructor; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const may = useMay();
  const [units, setUnits] = useState(() => new Map([[instructor.unitId, instructor.unit]]));
  const { id } = instructor;
  // Whom the form does not show the person keeps the person all the same.
  const send = (_: Values, version: number) =>
    told(
      api.PATCH('/v1/instructors/{id}', {
        params: { path: byId(id), header: ifMatch(version) },
        body: bodyOf(form.getFieldsValue(true) as Values),
      }),
    );
  const read = async () => {
    const now = await readInstructor(id);
    setUnits((before) => new Map([...before, [now.unitId, now.unit]]));
    if (now.personId !== null && may('people.read')) await client.ensureQueryData(personOf(now.personId)).catch(() => undefined);
    return { values: valuesOf(now), version: now.version };
  };
  const labels = {
    name: t('instructors.name'),
    unitId: t('instructors.unit'),
    engagement: t('instructors.engagement'),
    tags: t('instructors.tags'),
    title: t('instructors.jobTitle'),
    organisation: t('instructors.organisation'),
    specialty: t('instructors.specialty'),
    personId: t('instructors.person'),
  };
  const say = (field: keyof Values, value: unknown): string | undefined => {
    if (field === 'unitId') return units.get(value as string) ?? '…';
    if (field === 'personId') return value ? (client.getQueryData(personOf(value as string).queryKey)?.name ?? '…') : undefined;
    if (field === 'engagement') return t(`domain.engagement.${value as Engagement}`);
    return field === 'tags' ? listed((value as InstructorTag[]).map((tag) => t(`domain.tag.${tag}`))) || '—' : undefined;
  };
  return (
    <FormSheet<Values>
      title={t('instructors.edit', { name: instructor.name })}
      form={form}
      initial={valuesOf(instructor)}
      send={send}
      onClose={onClose}
      onDone={() => instructorsChanged(client)}
      shared={{ version: instructor.version, read, labels, say }}
    >
      <Fields unitName={(unit) => units.get(unit)} onUnit={(id_, name) => setUnits((before) => new Map([...before, [id_, name]]))} />
    </FormSheet>
  );
}

interface Named {
  unitName?: (id: string) => string | undefined;
  onUnit?: (id: string, name: string) => void;
}

function Fields({ unitName, onUnit }: Named) {
  const { t } = useTranslation();
  const may = useMay();
  const required = [{ required: true, message: t('all.field.required') }];
  const personId = Form.useWatch<string | undefined>('personId', Form.useFormInstance());
  const known = useQuery({ ...personOf(personId ?? ''), enabled: Boolean(personId) && may('people.read') });
  const findPeople = async (q: string) => {
    const { items } = await searchPeople({ limit: 20, ...(q && { q }) });
    return items.map(({ id, name, unit, born }) => ({ value: id, label: name, hint: [unit, born].filter(Boolean).join(' ') }));
  };
  return (
    <>
      <Form.Item name="name" label={t('instructors.name')} rules={[{ ...required[0], whitespace: true }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={t('instructors.unit')} rules={required}>
        <Learning nameOf={unitName} learn={onUnit} />
      </Form.Item>
      <Form.Item name="engagement" label={t('instructors.engagement')}>
        <Radio.Group options={engagements.map((one) => ({ value: one, label: t(`domain.engagement.${one}`) }))} />
      </Form.Item>
      <Form.Item name="tags" label={t('instructors.tags')}>
        <Checkbox.Group options={instructorTags.map((one) => ({ value: one, label: t(`domain.tag.${one}`) }))} />
      </Form.Item>
      <FieldPair>
        <Form.Item name="title" label={t('instructors.jobTitle')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="organisation" label={t('instructors.organisation')}>
          <Input maxLength={100} />
        </Form.Item>
      </FieldPair>
      <Form.Item name="specialty" label={t('instructors.specialty')}>
        <Input maxLength={200} />
      </Form.Item>
      {may('people.read') && (
        <Form.Item name="personId" label={t('instructors.person')} extra={t('instructors.personHint')}>
          <Picker
            of={['people']}
            placeholder={t('instructors.findPerson')}
            find={findPeople}
            known={known.data ? [{ value: known.data.id, label: known.data.name }] : []}
          />
        </Form.Item>
      )}
    </>
  );
}
