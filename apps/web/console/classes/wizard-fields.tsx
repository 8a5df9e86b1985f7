import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CourseKind, dayParts } from '#contract';
import { type Draft } from './draft.ts';
import { OneHead, OneRoute, OneSite, OneUnit, OneVillage, SomeInstructors } from './pickers.tsx';
import css from './wizard.module.css';

const platforms = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
type Field = keyof Draft;

/** What each kind asks, in this order; nothing that it does not need. `isRun`: it goes on with a series, whatever its kind. */
export function WizardFields({ kind, autoName, isRun }: { kind: CourseKind; autoName: string; isRun: boolean }) {
  const { t } = useTranslation();
  const required = { required: true, message: t('all.field.required') };
  const text = { ...required, whitespace: true };
  const item = (name: Field, label: string, control: ReactNode, more: object = {}) => (
    <Form.Item name={name} label={label} {...more}>
      {control}
    </Form.Item>
  );
  const w = (key: 'name' | 'series' | 'run' | 'host' | 'head' | 'date' | 'from' | 'to' | 'startsAt' | 'endsAt' | 'halves' | 'topics') =>
    t(`classes.wizard.${key}`);
  const name = item('name', w('name'), <Input maxLength={120} autoFocus />, { rules: [text] });
  const host = item('host', w('host'), <OneUnit placeholder={w('host')} />, { rules: [required] });
  const head = item('head', w('head'), <OneHead placeholder={w('head')} />, { extra: t('classes.hint.head') });
  const instructors = item(
    'instructors',
    t('classes.wizard.instructors'),
    <SomeInstructors placeholder={t('classes.wizard.instructors')} />,
  );
  const place = item('place', t('classes.wizard.place'), <Input maxLength={120} />);
  const day = item('from', w('date'), <Input type="date" />, { rules: [required] });
  const span = (
    <>
      {item('from', w('from'), <Input type="date" />, { rules: [required] })}
      {item('to', w('to'), <Input type="date" />, {
        dependencies: ['from'],
        rules: [
          required,
          ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
            validator: (_: unknown, to: string | undefined) =>
              to && to < String(getFieldValue('from') ?? '') ? Promise.reject(new Error(t('classes.wizard.reversed'))) : Promise.resolve(),
          }),
        ],
      })}
      {item(
        'halves',
        w('halves'),
        <Select options={(['both', 'am', 'pm'] as const).map((value) => ({ value, label: t(`classes.wizard.${value}`) }))} />,
      )}
    </>
  );

  const run = (
    <div className={css.row}>
      {item('series', w('series'), <Input maxLength={100} />, { extra: t('classes.wizard.seriesHint') })}
      {item('runNumber', w('run'), <InputNumber min={1} max={999} precision={0} />)}
      <Form.Item name="coreProgramme" valuePropName="checked" label=" " colon={false}>
        <Checkbox>{t('classes.fact.core')}</Checkbox>
      </Form.Item>
    </div>
  );

  if (kind === 'online')
    return (
      <>
        {name}
        {isRun && run}
        <div className={css.row}>
          {day}
          {item('startsAt', w('startsAt'), <Input type="time" />, { rules: [required] })}
          {item('endsAt', w('endsAt'), <Input type="time" />)}
        </div>
        {item('place', t('classes.wizard.platform'), <Input maxLength={120} list="platforms" />, { rules: [text] })}
        <datalist id="platforms">
          {platforms.map((one) => (
            <option key={one} value={t(`classes.wizard.platforms.${one}`)} />
          ))}
        </datalist>
        {instructors}
        <div className={css.row}>
          {host}
          {head}
        </div>
      </>
    );
  if (kind === 'thematic')
    return (
      <>
        {name}
        {run}
        <div className={css.row}>{span}</div>
        {item('topics', w('topics'), <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={10_000} />, {
          extra: t('classes.wizard.topicsHint'),
        })}
        {place}
        <div className={css.row}>
          {host}
          {head}
        </div>
      </>
    );
  if (kind === 'practical')
    return (
      <>
        {name}
        {isRun && run}
        <div className={css.row}>{span}</div>
        <div className={css.row}>
          {item('route', t('classes.wizard.route'), <OneRoute placeholder={t('classes.wizard.route')} />, {
            dependencies: ['site'],
            rules: [
              ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
                validator: (_: unknown, route: string | null | undefined) =>
                  route || getFieldValue('site') ? Promise.resolve() : Promise.reject(new Error(t('classes.wizard.routeOrSite'))),
              }),
            ],
          })}
          {item('site', t('classes.wizard.site'), <OneSite placeholder={t('classes.wizard.site')} />)}
        </div>
        {instructors}
        <div className={css.row}>
          {host}
          {head}
        </div>
      </>
    );
  return (
    <>
      {item('village', t('classes.wizard.village'), <OneVillage placeholder={t('classes.wizard.village')} />, { rules: [required] })}
      {item('topic', t('classes.wizard.topic'), <Input maxLength={100} />, { rules: [text] })}
      {instructors}
      <div className={css.row}>
        {day}
        {item(
          'dayPart',
          t('sessions.dayPart'),
          <Radio.Group optionType="button" options={dayParts.map((value) => ({ value, label: t(`domain.dayPart.${value}`) }))} />,
        )}
      </div>
      <div className={css.row}>
        {place}
        <Form.Item name="homeVisit" valuePropName="checked" label=" " colon={false}>
          <Checkbox>{t('classes.wizard.homeVisit')}</Checkbox>
        </Form.Item>
      </div>
      {item('name', w('name'), <Input maxLength={120} placeholder={autoName} />, {
        ...(autoName && { extra: t('classes.wizard.nameAuto', { name: autoName }) }),
      })}
      {isRun && run}
      {host}
    </>
  );
}
