import { App, Button, Form } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type CourseKind } from '#contract';
import { api, byId, ifMatch, once, Problem, told } from '../../api/client.ts';
import { useFieldFault } from '../parts/form-sheet.tsx';
import { Fault, useSaid } from '../parts/states.tsx';
import { changes } from '../parts/three-ways.ts';
import { type Me } from '../session/me.ts';
import { afterChange, bodyOf, type Draft, type Exceptions, heldOf, lessonsOf, mostLessons, questionOf } from './draft.ts';
import { readEarlier } from './earlier.ts';
import { OneClass } from './pickers.tsx';
import { Preview } from './preview.tsx';
import { useChanged } from './questions.ts';
import { remember, seenName } from './seen.ts';
import { WizardFields } from './wizard-fields.tsx';
import css from './wizard.module.css';

/** What was typed and not sent yet, by kind: going elsewhere and coming back loses nothing. */
const kept = new Map<CourseKind, { draft: Draft; exceptions: Exceptions }>();
const none: Exceptions = { skipped: new Set(), routes: {} };

/** The unit for which somebody sets up classes, as a rule. */
function ownUnit(me: Me): string | null {
  const grant = me.grants.find(({ bundle }) => bundle === 'organiser' || bundle === 'townOrganiser') ?? me.grants[0];
  if (!grant) return null;
  remember('unit', [{ value: grant.unitId, label: grant.unitName }]);
  return grant.unitId;
}

export function Wizard({ kind, me, copy }: { kind: CourseKind; me: Me; copy: string | undefined }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const said = useSaid();
  const faultOf = useFieldFault();
  const changed = useChanged();
  const [form] = Form.useForm<Draft>();
  // Of this form, however often it is sent.
  const [key] = useState(once);
  const [initial] = useState((): Draft => kept.get(kind)?.draft ?? { host: ownUnit(me), halves: 'both', dayPart: 'am', instructors: [] });
  const [exceptions, setExceptions] = useState<Exceptions>(() => kept.get(kind)?.exceptions ?? none);
  const [draft, setDraft] = useState(initial);
  const [from, setFrom] = useState(initial.earlier?.of ?? null);
  const [sending, setSending] = useState<'publish' | 'draft'>();
  const [problem, setProblem] = useState<unknown>();
  const top = useRef<HTMLDivElement>(null);
  const isTouched = useRef(false);
  /** The class whose answers are awaited. */
  const asked = useRef<string>(null);

  const keep = useCallback(
    (next: Draft, all: Exceptions): void => {
      isTouched.current = true;
      setDraft(next);
      setExceptions(all);
      kept.set(kind, { draft: next, exceptions: all });
    },
    [kind],
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isTouched.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const fill = useCallback(
    async (id: string): Promise<void> => {
      asked.current = id;
      setFrom(id);
      const before = form.getFieldsValue(true) as Draft;
      try {
        const { one, draft: earlier } = await readEarlier(id);
        if (asked.current !== id) return;
        // What was typed while it was being read stays.
        const typed = changes(before, form.getFieldsValue(true) as Draft);
        form.setFieldsValue({ ...earlier, ...typed });
        keep(afterChange(typed, { ...form.getFieldsValue(true), ...earlier, ...typed }), none);
        void message.success(t('classes.wizard.copied', { name: one.name }));
      } catch (failed) {
        if (asked.current !== id) return;
        setFrom(null);
        void message.error(said(failed));
      }
    },
    // Words and the way of saying a fault are new at each render and the same: they do not make it another thing to do.
    [form, keep, message],
  );
  const fillNothing = (): void => {
    asked.current = null;
    setFrom(null);
  };
  useEffect(() => {
    // Whoever comes back to a copy finds it as they left it.
    if (copy !== undefined && copy !== kept.get(kind)?.draft.earlier?.of) void fill(copy);
    return () => {
      asked.current = null;
    };
  }, [kind, copy, fill]);

  const autoName =
    kind === 'demonstration' && draft.village && draft.topic?.trim()
      ? t('classes.wizard.autoName', { village: seenName('unit', draft.village) ?? '', topic: draft.topic.trim() }).slice(0, 120)
      : '';
  const lessons = lessonsOf(kind, draft, exceptions);
  const held = heldOf(lessons, exceptions).length;

  const changedValues = (part: Partial<Draft>, shown: Draft): void => {
    // An earlier class answers more than is asked here: that stays.
    const next = afterChange(part, { ...draft, ...shown });
    if (next.to !== shown.to) form.setFieldValue('to', next.to);
    keep(next, exceptions);
  };

  const refuse = (failed: unknown): void => {
    setProblem(failed);
    if (failed instanceof Problem)
      form.setFields(
        failed.fields.flatMap(({ field, fault, allowed }) => {
          const question = questionOf(field);
          return question ? [{ name: question, errors: [faultOf(fault, allowed)] }] : [];
        }),
      );
    // Without a code, all that can be there already is this run of the series.
    if (failed instanceof Problem && failed.code === 'alreadyExists')
      form.setFields([{ name: 'runNumber', errors: [t('classes.wizard.runTaken')] }]);
    top.current?.scrollIntoView({ block: 'start' });
  };

  const send = async (how: 'publish' | 'draft'): Promise<void> => {
    const isValid = await form.validateFields().then(
      () => true,
      () => false,
    );
    if (!isValid || held > mostLessons) {
      form.scrollToField(form.getFieldsError().find(({ errors }) => errors.length > 0)?.name ?? 'name', { block: 'center', focus: true });
      return;
    }
    setSending(how);
    setProblem(undefined);
    try {
      const body = bodyOf(kind, draft, draft.name?.trim() || autoName, exceptions);
      const made = await told(api.POST('/v1/classes', { headers: key, body }));
      isTouched.current = false;
      kept.delete(kind);
      void message.success(t('classes.wizard.created', { count: made.sessions }));
      if (how === 'publish')
        await told(
          api.POST('/v1/classes/{id}/state', {
            params: { path: byId(made.id), header: ifMatch(made.version) },
            headers: once(),
            body: { to: 'published' },
          }),
        ).catch(() => void message.warning(t('classes.wizard.unpublished')));
      changed();
      void navigate(`/classes/${made.id}${body.sessions?.length ? '?tab=sessions' : ''}`);
    } catch (failed) {
      refuse(failed);
    } finally {
      setSending(undefined);
    }
  };

  const isSentBefore = problem instanceof Problem && problem.code === 'idempotencyKeyReused';
  return (
    <div className={css.wizard} ref={top}>
      {problem !== undefined && !isSentBefore && <Fault problem={problem} kept />}
      {isSentBefore && (
        <p role="alert" className={css.sent}>
          {t('classes.wizard.sentBefore')} <Link to="/classes">{t('classes.wizard.toList')}</Link>
        </p>
      )}
      <div className={css.copy}>
        <label htmlFor="copy">{t('classes.wizard.copy')}</label>
        <OneClass
          id="copy"
          kind={kind}
          placeholder={t('classes.wizard.copy')}
          value={from}
          onChange={(id) => (id ? void fill(id) : fillNothing())}
        />
        <span className="note">{t('classes.wizard.copyHint')}</span>
      </div>
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        scrollToFirstError
        onValuesChange={changedValues}
        onFinish={() => void send('publish')}
      >
        <WizardFields kind={kind} autoName={autoName} isRun={draft.series !== undefined || draft.coreProgramme !== undefined} />
        {(kind === 'thematic' || kind === 'practical') && (
          <Preview kind={kind} lessons={lessons} exceptions={exceptions} onChange={(next) => keep(draft, next)} />
        )}
        {kind === 'demonstration' && <p className="note">{t('classes.wizard.lessonHint')}</p>}
        <div className={css.send}>
          <Button type="primary" htmlType="submit" loading={sending === 'publish'} disabled={sending === 'draft'}>
            {t('classes.wizard.publish')}
          </Button>
          <Button loading={sending === 'draft'} disabled={sending === 'publish'} onClick={() => void send('draft')}>
            {t('classes.wizard.draft')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
