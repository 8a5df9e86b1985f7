import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { deliveryModes, rosterKinds } from '#contract';
import { api, byId, ifMatch, Problem, told } from '../../api/client.ts';
import { type Say } from '../parts/differences.tsx';
import { FormSheet } from '../parts/form-sheet.tsx';
import { changes } from '../parts/three-ways.ts';
import css from './classes.module.css';
import { OneCourse, OneHead, OneUnit, OneVillage, SomeUnits } from './pickers.tsx';
import { type ClassOf, readClass, useChanged } from './questions.ts';
import { type Register, namesOf } from './seen.ts';
import { bare } from '../parts/or-null.ts';

type Fields = Pick<
  ClassOf,
  | 'name'
  | 'series'
  | 'runNumber'
  | 'startsOn'
  | 'endsOn'
  | 'hosts'
  | 'deliveringUnitId'
  | 'supportingUnits'
  | 'villageId'
  | 'courseId'
  | 'deliveryMode'
  | 'roster'
  | 'coreProgramme'
  | 'headUserId'
  | 'contact'
>;

const fieldsOf = (one: ClassOf): Fields => ({
  name: one.name,
  series: one.series,
  runNumber: one.runNumber,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  hosts: one.hosts,
  deliveringUnitId: one.deliveringUnitId,
  supportingUnits: one.supportingUnits,
  villageId: one.villageId,
  courseId: one.courseId,
  deliveryMode: one.deliveryMode,
  roster: one.roster,
  coreProgramme: one.coreProgramme,
  headUserId: one.headUserId,
  contact: one.contact,
});

const registers: Partial<Record<keyof Fields, Register>> = {
  hosts: 'unit',
  deliveringUnitId: 'unit',
  supportingUnits: 'unit',
  villageId: 'unit',
  courseId: 'course',
  headUserId: 'head',
};

/** Changes a class; only what was changed is sent, so that two who change different things do not meet. */
export function EditClass({ one, onClose }: { one: ClassOf; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const changed = useChanged();
  const labels = {
    name: t('classes.fact.name'),
    series: t('classes.fact.series'),
    runNumber: t('classes.wizard.run'),
    startsOn: t('classes.fact.startsOn'),
    endsOn: t('classes.fact.endsOn'),
    hosts: t('classes.fact.hosts'),
    deliveringUnitId: t('classes.fact.delivering'),
    supportingUnits: t('classes.fact.supporting'),
    villageId: t('classes.fact.village'),
    courseId: t('classes.fact.course'),
    deliveryMode: t('classes.fact.delivery'),
    roster: t('classes.fact.roster'),
    coreProgramme: t('classes.fact.core'),
    headUserId: t('classes.fact.head'),
    contact: t('classes.fact.contact'),
  };
  const say: Say<Fields> = (field, value) => {
    const register = registers[field];
    if (register) return namesOf(register, value);
    if (field === 'deliveryMode') return t(`domain.delivery.${value as Fields['deliveryMode']}`);
    if (field === 'roster') return t(`domain.roster.${value as Fields['roster']}`);
    if (field === 'coreProgramme') return t(value === true ? 'all.yes' : 'all.no');
    return undefined;
  };
  const read = async () => {
    const now = await readClass(one.id);
    return { values: fieldsOf(now), version: now.version };
  };
  const send = async (values: Fields, version: number, before: Partial<Fields>) => {
    const mine = Object.entries(changes(before, values));
    const body = Object.fromEntries(mine.map(([field, value]) => [field, bare(value)]));
    try {
      await told(api.PATCH('/v1/classes/{id}', { params: { path: byId(one.id), header: ifMatch(version) }, body }));
    } catch (refused) {
      // All that can be there already is this run of the series.
      if (refused instanceof Problem && refused.code === 'alreadyExists')
        form.setFields([{ name: 'runNumber', errors: [t('classes.wizard.runTaken')] }]);
      throw refused;
    }
  };
  const required = { required: true, message: t('all.field.required') };
  return (
    <FormSheet
      title={t('classes.edit.title')}
      form={form}
      initial={fieldsOf(one)}
      send={send}
      onClose={onClose}
      onDone={changed}
      shared={{ version: one.version, read, labels, say }}
      wide
    >
      <Form.Item name="name" label={labels.name} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <div className={css.pair}>
        <Form.Item name="series" label={labels.series}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="runNumber" label={labels.runNumber}>
          <InputNumber min={1} max={999} precision={0} />
        </Form.Item>
      </div>
      <div className={css.pair}>
        <Form.Item name="startsOn" label={labels.startsOn} rules={[required]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="endsOn" label={labels.endsOn} rules={[required]}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="hosts" label={labels.hosts} extra={t('classes.hint.hosts')} rules={[required]}>
        <SomeUnits placeholder={labels.hosts} />
      </Form.Item>
      <div className={css.pair}>
        <Form.Item name="deliveringUnitId" label={labels.deliveringUnitId}>
          <OneUnit placeholder={labels.deliveringUnitId} />
        </Form.Item>
        <Form.Item name="supportingUnits" label={labels.supportingUnits}>
          <SomeUnits placeholder={labels.supportingUnits} />
        </Form.Item>
      </div>
      <div className={css.pair}>
        <Form.Item name="courseId" label={labels.courseId}>
          <OneCourse kind={one.kind} placeholder={labels.courseId} />
        </Form.Item>
        <Form.Item name="villageId" label={labels.villageId}>
          <OneVillage placeholder={labels.villageId} />
        </Form.Item>
      </div>
      <div className={css.pair}>
        <Form.Item name="deliveryMode" label={labels.deliveryMode}>
          <Select options={deliveryModes.map((value) => ({ value, label: t(`domain.delivery.${value}`) }))} />
        </Form.Item>
        <Form.Item name="roster" label={labels.roster}>
          <Select options={rosterKinds.map((value) => ({ value, label: t(`domain.roster.${value}`) }))} />
        </Form.Item>
      </div>
      <div className={css.pair}>
        <Form.Item name="headUserId" label={labels.headUserId} extra={t('classes.hint.head')}>
          <OneHead placeholder={labels.headUserId} />
        </Form.Item>
        <Form.Item name="contact" label={labels.contact}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="coreProgramme" valuePropName="checked">
        <Checkbox>{labels.coreProgramme}</Checkbox>
      </Form.Item>
    </FormSheet>
  );
}
