import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, once, Problem, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { day, n } from '../parts/quantities.ts';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { readUnit, type Unit, unitsChanged } from './questions.ts';
import css from './units.module.css';

interface Values {
  validTo: string;
  successorId?: string;
}

/** Ends a unit, for good, in favour of another; a refusal says what has to be done first. */
export function RetireUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [key] = useState(once);
  const [why, setWhy] = useState<string>();
  const whyOf = useWhyNot(unit);
  const { id } = unit;
  const send = async ({ validTo, successorId }: Values, version: number): Promise<void> => {
    setWhy(undefined);
    try {
      await told(
        api.POST('/v1/units/{id}/retire', {
          params: { path: byId(id), header: { ...key, ...ifMatch(version) } },
          body: { validTo, successorId: successorId ?? null },
        }),
      );
    } catch (refused) {
      setWhy(whyOf(refused));
      throw refused;
    }
  };
  const read = async () => {
    const { version } = await readUnit(id);
    return { values: form.getFieldsValue(true) as Values, version };
  };
  return (
    <FormSheet<Values>
      title={t('units.retire.title', { name: unit.displayName })}
      form={form}
      initial={{}}
      send={send}
      onClose={onClose}
      onDone={() => unitsChanged(client)}
      submit={t('units.retire.submit')}
      danger
      shared={{ version: unit.version, read, labels: {} }}
    >
      {why !== undefined && (
        <p className={css.why} role="alert">
          {why}
        </p>
      )}
      <p className={css.warns}>{t('units.retire.what')}</p>
      <Form.Item
        name="validTo"
        label={t('units.retire.last')}
        extra={t('units.retire.lastHint')}
        rules={[{ required: true, message: t('all.field.required') }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="successorId" label={t('units.retire.successor')} extra={t('units.retire.successorHint')}>
        <UnitPicker level={unit.level === 'village' ? 'village' : undefined} />
      </Form.Item>
    </FormSheet>
  );
}

/** What stands in the way, with the facts that mend it; nothing where the general sentence says all. */
function useWhyNot(unit: Unit): (refused: unknown) => string | undefined {
  const { t } = useTranslation();
  return (refused) => {
    if (!(refused instanceof Problem)) return undefined;
    const { code, facts, fields } = refused;
    if (code === 'unitNotEmpty') return t('units.retire.notEmpty', { count: Number(facts.living), n: n(Number(facts.living)) });
    if (code === 'unitRetired') return t('units.retire.goneAlready');
    if (code === 'unitLevelInvalid') return t('units.retire.wrongLevel');
    if (code === 'datesReversed') return t('units.retire.before', { from: day(unit.validFrom, { weekday: false }) });
    return fields.some(({ fault }) => fault === 'inTheFuture') ? t('units.retire.notYet') : undefined;
  };
}
