import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { FieldPair } from '../parts/field-pair.tsx';
import { FormSheet } from '../parts/form-sheet.tsx';
import { NewRow } from '../parts/new-row.tsx';
import { Picker } from '../parts/picker.tsx';
import { Learning } from '../units/learning.tsx';
import { useNames } from './names.ts';
import { findBases, readSite, type Site, sitesChanged } from './questions.ts';
import { orNull } from '../parts/or-null.ts';

interface Values {
  name: string;
  unitId: string;
  code?: string;
  baseId?: string;
  theme?: string;
  address?: string;
  capacity?: number | null;
  latitude?: number | null;
  longitude?: number | null;
}

const valuesOf = (site: Site): Values => ({
  name: site.name,
  unitId: site.unitId,
  baseId: site.baseId ?? undefined,
  theme: site.theme ?? '',
  address: site.address ?? '',
  capacity: site.capacity,
  latitude: site.latitude,
  longitude: site.longitude,
});
const bodyOf = ({ name, unitId, baseId, theme, address, capacity, latitude, longitude }: Values) => ({
  name,
  unitId,
  baseId: baseId ?? null,
  theme: orNull(theme),
  address: orNull(address),
  capacity: capacity ?? null,
  latitude: latitude ?? null,
  longitude: longitude ?? null,
});

export function NewSite({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <NewRow<Values>
      title={t('sites.add.sites')}
      make={(values, code, headers) => told(api.POST('/v1/teaching-sites', { body: { ...bodyOf(values), code }, headers }))}
      changed={sitesChanged}
      pageOf={(id) => `/sites/${id}`}
      codeHint={t('sites.codeHint')}
      onClose={onClose}
    >
      <Fields />
    </NewRow>
  );
}

export function EditSite({ site, onClose }: { site: Site; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const names = useNames([
    [site.unitId, site.unit],
    [site.baseId, site.base],
  ]);
  const { id } = site;
  const send = (values: Values, version: number) =>
    told(
      api.PATCH('/v1/teaching-sites/{id}', {
        params: { path: byId(id), header: ifMatch(version) },
        body: bodyOf(values),
      }),
    );
  const read = async () => {
    const now = await readSite(id);
    names.learn(now.unitId, now.unit);
    if (now.baseId !== null && now.base !== null) names.learn(now.baseId, now.base);
    return { values: valuesOf(now), version: now.version };
  };
  const labels = {
    name: t('all.name'),
    unitId: t('sites.where'),
    baseId: t('sites.base'),
    theme: t('sites.theme'),
    address: t('sites.address'),
    capacity: t('sites.capacity'),
    latitude: t('sites.latitude'),
    longitude: t('sites.longitude'),
  };
  return (
    <FormSheet<Values>
      title={t('sites.edit', { name: site.name })}
      form={form}
      initial={valuesOf(site)}
      send={send}
      onClose={onClose}
      onDone={() => sitesChanged(client)}
      shared={{
        version: site.version,
        read,
        labels,
        say: (field, value) => (value && (field === 'unitId' || field === 'baseId') ? names.of(value) : undefined),
      }}
    >
      <Fields nameOf={names.of} learn={names.learn} />
    </FormSheet>
  );
}

interface Named {
  nameOf?: (id: string) => string;
  learn?: (id: string, name: string) => void;
}

function Fields({ nameOf, learn }: Named) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('all.field.required') }];
  const degrees = (other: 'latitude' | 'longitude') => [
    ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
      validator: (_rule: unknown, value: number | null | undefined) =>
        (value ?? null) === null && (getFieldValue(other) ?? null) !== null
          ? Promise.reject(new Error(t('sites.both')))
          : Promise.resolve(),
    }),
  ];
  return (
    <>
      <Form.Item name="name" label={t('all.name')} rules={[{ ...required[0], whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={t('sites.where')} extra={t('sites.whereHint')} rules={required}>
        <Learning nameOf={nameOf} learn={learn} />
      </Form.Item>
      <Form.Item name="address" label={t('sites.address')}>
        <Input maxLength={200} />
      </Form.Item>
      <FieldPair>
        <Form.Item name="theme" label={t('sites.theme')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="capacity" label={t('sites.capacity')} extra={t('sites.capacityHint')}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FieldPair>
      <Form.Item name="baseId" label={t('sites.base')}>
        <BasePicker nameOf={nameOf} learn={learn} />
      </Form.Item>
      <FieldPair>
        <Form.Item name="latitude" label={t('sites.latitude')} dependencies={['longitude']} rules={degrees('longitude')}>
          <InputNumber min={-90} max={90} step={0.0001} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="longitude" label={t('sites.longitude')} dependencies={['latitude']} rules={degrees('latitude')}>
          <InputNumber min={-180} max={180} step={0.0001} style={{ width: '100%' }} />
        </Form.Item>
      </FieldPair>
      <p className="note">{t('sites.coordinatesHint')}</p>
    </>
  );
}

interface Field extends Named {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

function BasePicker({ nameOf, learn, onChange, ...field }: Field) {
  const { t } = useTranslation();
  return (
    <Picker
      {...field}
      of={['training bases']}
      find={findBases}
      placeholder={t('sites.base')}
      known={field.value && nameOf ? [{ value: field.value, label: nameOf(field.value) }] : []}
      onChange={(chosen, choice) => {
        if (choice) learn?.(choice.value, choice.label);
        onChange?.(chosen);
      }}
    />
  );
}
