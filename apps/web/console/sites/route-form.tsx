import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { NewRow } from '../parts/new-row.tsx';
import { useNames } from './names.ts';
import { readRoute, type Route, sitesChanged } from './questions.ts';
import { Learning } from '../units/learning.tsx';
import { firstStops, type Stop, StopsEditor, stopsOf } from './stops-editor.tsx';
import { orNull } from '../parts/or-null.ts';

interface Values {
  name: string;
  unitId: string;
  code?: string;
  theme?: string;
  stops: Stop[];
}

const bodyOf = ({ name, unitId, theme, stops }: Values) => ({
  name,
  unitId,
  theme: orNull(theme),
  stops: stops.map(({ siteId, minutes, travelMinutes }) => ({
    siteId: siteId!,
    minutes: minutes ?? 0,
    travelMinutes: travelMinutes ?? 0,
  })),
});
const valuesOf = (route: Route): Values => ({
  name: route.name,
  unitId: route.unitId,
  theme: route.theme ?? '',
  stops: stopsOf(route),
});

export function NewRoute({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <NewRow<Values>
      title={t('sites.add.routes')}
      initial={{ stops: firstStops() }}
      make={(values, code, headers) => told(api.POST('/v1/routes', { body: { ...bodyOf(values), code }, headers }))}
      changed={sitesChanged}
      pageOf={(id) => `/sites/routes/${id}`}
      codeHint={t('sites.codeHint')}
      onClose={onClose}
      wide
    >
      <Fields />
    </NewRow>
  );
}

export function EditRoute({ route, onClose }: { route: Route; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const names = useNames([[route.unitId, route.unit]]);
  const { id } = route;
  const send = (values: Values, version: number) =>
    told(api.PATCH('/v1/routes/{id}', { params: { path: byId(id), header: ifMatch(version) }, body: bodyOf(values) }));
  const read = async () => {
    const now = await readRoute(id);
    names.learn(now.unitId, now.unit);
    return { values: valuesOf(now), version: now.version };
  };
  const labels = { name: t('all.name'), unitId: t('sites.unit'), theme: t('sites.theme'), stops: t('sites.route.stops') };
  const say = (field: keyof Values, value: unknown): string | undefined => {
    if (field === 'unitId') return names.of(value);
    return field === 'stops'
      ? (value as Stop[]).map(({ site, travelMinutes, minutes }) => `${site ?? '…'} ${travelMinutes ?? 0}+${minutes ?? 0}`).join(' → ')
      : undefined;
  };
  return (
    <FormSheet<Values>
      title={t('sites.edit', { name: route.name })}
      form={form}
      initial={valuesOf(route)}
      send={send}
      onClose={onClose}
      onDone={() => sitesChanged(client)}
      shared={{ version: route.version, read, labels, say }}
      wide
    >
      <Fields nameOf={names.of} learn={names.learn} />
      <p className="note">{t('sites.route.held')}</p>
    </FormSheet>
  );
}

function Fields({ nameOf, learn }: { nameOf?: (id: string) => string; learn?: (id: string, name: string) => void }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('all.field.required') }];
  const whole = {
    validator: (_rule: unknown, stops: Stop[] | undefined) =>
      (stops ?? []).length >= 2 && stops!.every(({ siteId }) => siteId !== undefined)
        ? Promise.resolve()
        : Promise.reject(new Error(t('sites.route.atLeast'))),
  };
  return (
    <>
      <Form.Item name="name" label={t('all.name')} rules={[{ ...required[0], whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={t('sites.unit')} rules={required}>
        <Learning nameOf={nameOf} learn={learn} />
      </Form.Item>
      <Form.Item name="theme" label={t('sites.theme')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="stops" label={t('sites.route.stops')} rules={[whole]} validateTrigger={[]}>
        <StopsEditor />
      </Form.Item>
    </>
  );
}
