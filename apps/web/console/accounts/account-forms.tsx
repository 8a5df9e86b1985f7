import { Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { GrantsField, type GrantDraft } from './grants-field.tsx';
import { PasswordField } from './password-field.tsx';
import { type Account, type Grant, readAccount } from './questions.ts';
import { listed } from '../parts/quantities.ts';

interface Props {
  of: Account;
  onClose: () => void;
}

/** Forgets what was read of accounts, the reader's own among them. */
function useForget(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ['accounts'] }), client.invalidateQueries({ queryKey: ['me'] })]);
  };
}

export function Rename({ of: { id, name, version }, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const forget = useForget();
  return (
    <FormSheet<{ name: string }>
      title={t('accounts.rename')}
      form={form}
      initial={{ name }}
      send={async (body, seen) => {
        await told(api.PATCH('/v1/users/{id}', { params: { path: byId(id), header: ifMatch(seen) }, body }));
        await forget();
      }}
      shared={{
        version,
        read: async () => {
          const now = await readAccount(id);
          return { values: { name: now.name }, version: now.version };
        },
        labels: { name: t('accounts.field.name') },
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('accounts.field.name')} rules={[{ required: true, message: t('all.field.required') }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </FormSheet>
  );
}

const drafts = (grants: readonly Grant[]): GrantDraft[] => grants.map(({ bundle, unitId }) => ({ bundle, unitId }));

export function EditGrants({ of: { id, grants, version }, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ grants: GrantDraft[] }>();
  const forget = useForget();
  const key = useRef(once());
  const names = useRef(new Map(grants.map(({ unitId, unitName }) => [unitId, unitName])));
  const said = (value: unknown): string =>
    listed(
      (value as GrantDraft[]).map(
        ({ bundle, unitId = '' }) =>
          `${bundle ? t(`domain.bundle.${bundle}`) : '—'} · ${names.current.get(unitId) ?? t('accounts.otherUnit')}`,
      ),
    );
  return (
    <FormSheet<{ grants: GrantDraft[] }>
      title={t('accounts.setGrants')}
      form={form}
      initial={{ grants: drafts(grants) }}
      send={async (values, seen) => {
        const params = { path: byId(id), header: { ...ifMatch(seen), ...key.current } };
        await told(api.PUT('/v1/users/{id}/grants', { params, body: { grants: values.grants as Required<GrantDraft>[] } }));
        await forget();
      }}
      shared={{
        version,
        read: async () => {
          const now = await readAccount(id);
          for (const { unitId, unitName } of now.grants) names.current.set(unitId, unitName);
          return { values: { grants: drafts(now.grants) }, version: now.version };
        },
        labels: { grants: t('accounts.field.grants') },
        say: (_, value) => said(value),
      }}
      onClose={onClose}
    >
      <GrantsField nameOf={(unitId) => names.current.get(unitId)} named={(unitId, name) => void names.current.set(unitId, name)} />
      <p className="note">{t('accounts.grant.atOnce')}</p>
    </FormSheet>
  );
}

export function ResetPassword({ of: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ password: string }>();
  const key = useRef(once());
  return (
    <FormSheet<{ password: string }>
      title={t('accounts.password.resetOf', { name })}
      form={form}
      initial={{}}
      submit={t('accounts.password.reset')}
      send={(body) => told(api.PUT('/v1/users/{id}/password', { params: { path: byId(id), header: key.current }, body }))}
      onClose={onClose}
    >
      <PasswordField />
      <p className="note">{t('accounts.password.consequence')}</p>
    </FormSheet>
  );
}
