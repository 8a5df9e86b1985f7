import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { Differences, type Labels, type Say } from './differences.tsx';
import { fieldPath } from './field-path.ts';
import { Sheet } from './sheet.tsx';
import { Fault } from './states.tsx';
import { threeWays } from './three-ways.ts';
import { useUnsaved } from './unsaved.tsx';

interface Props<Values extends object> {
  title: string;
  form: FormInstance<Values>;
  initial: Partial<Values>;
  /**
   * Sends what was typed, and on top of what it was typed: the version and its values, as they were read last. A refusal that names
   * fields is shown at them; nothing typed is lost.
   */
  send: (values: Values, version: number, before: Partial<Values>) => Promise<unknown>;
  onClose: () => void;
  onDone?: () => void;
  submit?: string;
  /** What leaving is called where the form itself is about cancelling. */
  leave?: string;
  wide?: boolean;
  /**
   * Where somebody else may change the same row meanwhile: the version that was read, how to read it as it is now, and what its
   * fields are called.
   */
  shared?: {
    version: number;
    read: () => Promise<{ values: Partial<Values>; version: number }>;
    labels: Labels<Values>;
    say?: Say<Values>;
  };
  /** What cannot be undone looks so. */
  danger?: boolean;
  children: ReactNode;
}

/**
 * A form over the page. Leaving never loses what was typed unasked. On a conflict what only the other changed becomes theirs, and
 * what both changed is shown.
 */
export function FormSheet<Values extends object>({
  title,
  form,
  initial,
  send,
  onClose,
  onDone,
  submit,
  leave,
  wide,
  shared,
  danger = false,
  children,
}: Props<Values>) {
  const { t } = useTranslation();
  const faultOf = useFieldFault();
  const id = useId();
  const [touched, setTouched] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [version, setVersion] = useState(shared?.version ?? 0);
  // What was there when the form was opened, or last compared: what differs from it is one's own doing.
  const [before, setBefore] = useState(initial);
  const [met, setMet] = useState<{ theirs: Partial<Values>; contested: (keyof Values & string)[] }>();
  const { leave: leaving, question, guard } = useUnsaved(touched, onClose, sending);
  const compare = async (read: () => Promise<{ values: Partial<Values>; version: number }>): Promise<void> => {
    try {
      const now = await read();
      const { taken, contested } = threeWays(before, form.getFieldsValue(true) as Partial<Values>, now.values);
      form.setFieldsValue(taken as never);
      setMet({ theirs: now.values, contested });
      setBefore(now.values);
      setVersion(now.version);
    } catch (failed) {
      setProblem(failed);
    }
  };
  const finish = async (values: Values): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    setMet(undefined);
    try {
      await send(values, version, before);
      onDone?.();
      onClose();
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'versionMismatch' && shared) await compare(shared.read);
      else setProblem(refused);
      if (refused instanceof Problem && refused.fields.length > 0)
        form.setFields(
          refused.fields.map(({ field, fault, allowed }) => ({ name: nearest(form, field) as never, errors: [faultOf(fault, allowed)] })),
        );
    } finally {
      setSending(false);
    }
  };
  return (
    <Sheet
      title={title}
      onClose={leaving}
      keeps={touched}
      wide={wide}
      foot={
        question || (
          <>
            <Button onClick={leaving}>{leave ?? t('all.cancel')}</Button>
            <Button type="primary" danger={danger} loading={sending} htmlType="submit" form={id}>
              {submit ?? t('all.save')}
            </Button>
          </>
        )
      }
    >
      {guard}
      {problem !== undefined && <Fault problem={problem} kept />}
      {met && shared && <Differences form={form} {...met} labels={shared.labels} say={shared.say} />}
      <Form<Values>
        id={id}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={before}
        onValuesChange={() => setTouched(true)}
        onFinish={(values) => void finish(values)}
      >
        {children}
      </Form>
    </Sheet>
  );
}

/** Where the form shows a field that was refused: at itself, or at what it is a part of. */
function nearest<Values>(form: FormInstance<Values>, field: string): (string | number)[] {
  const path = fieldPath(field);
  const shown = new Set(form.getFieldsError().map(({ name }) => name.join('.')));
  const parts = path.map((_, last) => path.slice(0, path.length - last));
  return parts.find((part) => shown.has(part.join('.'))) ?? path;
}

const known = [
  'required',
  'text',
  'tooLong',
  'tooShort',
  'whole',
  'number',
  'tooSmall',
  'tooLarge',
  'date',
  'month',
  'time',
  'id',
  'oneOf',
  'pattern',
  'unknown',
  'list',
  'tooMany',
  'tooFew',
  'repeated',
  'yesOrNo',
  'empty',
  'malformed',
  'taken',
  'inTheFuture',
] as const;

/** The short word that the API says of a field, as a sentence. */
export function useFieldFault(): (fault: string, allowed?: unknown) => string {
  const { t } = useTranslation();
  return (fault, allowed) => {
    const word = known.find((one) => one === fault);
    const limit = typeof allowed === 'object' && allowed !== null ? Object.values(allowed).join('–') : '';
    return `${word ? t(`all.field.${word}`) : t('all.field.other')}${limit ? ` (${limit})` : ''}`;
  };
}
