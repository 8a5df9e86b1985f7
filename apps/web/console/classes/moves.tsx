import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClassState } from '#contract';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import css from './classes.module.css';
import { type ClassOf, type Outlook, useChanged } from './questions.ts';

type Move = Outlook['moves'][number];
type Final = 'closed' | 'cancelled' | 'void';
/** Onward first, what ends it last. */
const order: readonly ClassState[] = ['published', 'running', 'closed', 'draft', 'cancelled', 'void'];
const isFinal = (state: ClassState): state is Final => state === 'closed' || state === 'cancelled' || state === 'void';

const become = (one: ClassOf, to: ClassState, key: ReturnType<typeof once>, reason?: string) =>
  told(
    api.POST('/v1/classes/{id}/state', {
      params: { path: byId(one.id), header: ifMatch(one.version) },
      headers: key,
      body: { to, ...(reason && { reason }) },
    }),
  );

/** What may become of the class from here. What is refused says why; what cannot be undone is confirmed with its numbers. */
export function Moves({ one, outlook }: { one: ClassOf; outlook: Outlook }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const said = useSaid();
  const changed = useChanged();
  const [asked, setAsked] = useState<Final>();
  const [going, setGoing] = useState<ClassState>();
  const done = (to: ClassState): void => {
    changed();
    void message.success(t('classes.moves.done', { state: t(`domain.classState.${to}`) }));
  };
  const go = async (to: ClassState): Promise<void> => {
    if (isFinal(to)) {
      setAsked(to);
      return;
    }
    setGoing(to);
    try {
      await become(one, to, once());
      done(to);
    } catch (problem) {
      changed();
      void message.error(said(problem));
    } finally {
      setGoing(undefined);
    }
  };
  const forward = outlook.moves.find(({ to, refusal }) => refusal === null && (to === 'published' || to === 'running' || to === 'closed'));
  return (
    <Section title={t('classes.moves.title')} note={t('classes.moves.now', { state: t(`domain.classState.${one.state}`) })}>
      {isFinal(one.state) && <p className={css.saying}>{t(`classes.moves.final.${one.state}`)}</p>}
      {!outlook.manages && may('classes.manage') && (
        <p className={css.saying}>{t('classes.looking', { host: one.labels.hosts[0] ?? '' })}</p>
      )}
      <ul className={css.moves}>
        {[...outlook.moves]
          .sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to))
          .map((move) => (
            <li key={move.to}>
              <Button
                type={move === forward ? 'primary' : 'default'}
                danger={move.to === 'cancelled' || move.to === 'void'}
                disabled={move.refusal !== null}
                loading={going === move.to}
                onClick={() => void go(move.to)}
              >
                {t(`classes.moves.${move.to}.do`)}
              </Button>
              <span className={move.refusal === null ? 'soft' : css.refused}>
                <Why move={move} />
              </span>
            </li>
          ))}
      </ul>
      {asked && <Confirm one={one} to={asked} outlook={outlook} onClose={() => setAsked(undefined)} onDone={() => done(asked)} />}
    </Section>
  );
}

function Why({ move: { to, refusal, held } }: { move: Move }) {
  const { t } = useTranslation();
  if (refusal === null) return t(`classes.moves.${to}.says`);
  if (refusal === 'classHeld') return t('classes.moves.held', { count: held });
  return refusal === 'classNeedsSession' ? t('classes.moves.needsSession') : t(`refusals.${refusal}`);
}

interface Confirming {
  one: ClassOf;
  to: Final;
  outlook: Outlook;
  onClose: () => void;
  onDone: () => void;
}

/** What cannot be undone: its consequence with the number, and why it is done. */
function Confirm({ one, to, outlook: { figures, moves }, onClose, onDone }: Confirming) {
  const { t } = useTranslation();
  const changed = useChanged();
  const [form] = Form.useForm<{ reason?: string }>();
  const [key] = useState(once);
  const cancels = moves.find((move) => move.to === to)?.cancels ?? 0;
  const numbers = {
    batches: n(figures.batches),
    sessionsHeld: n(figures.sessionsHeld),
    registered: n(figures.registered),
    declared: n(figures.declared),
  };
  const counts = figures.batches + figures.registered + figures.declared + figures.sessionsHeld > 0;
  const lines = {
    closed: [
      t('classes.confirm.closed.plain'),
      figures.unverified + figures.disputed > 0 &&
        t('classes.confirm.closed.open', { unverified: n(figures.unverified), disputed: n(figures.disputed) }),
    ],
    cancelled: [cancels > 0 ? t('classes.confirm.cancelled.plain', { count: cancels }) : t('classes.confirm.cancelled.none')],
    void: counts ? [t('classes.confirm.void.plain'), t('classes.confirm.void.line', numbers)] : [t('classes.confirm.void.none')],
  }[to];
  const send = async ({ reason }: { reason?: string }): Promise<void> => {
    try {
      await become(one, to, key, reason);
    } catch (problem) {
      // What was read before is out of date: the next press goes with what is there now.
      changed();
      throw problem;
    }
  };
  return (
    <FormSheet
      title={t(`classes.confirm.${to}.title`)}
      form={form}
      initial={{}}
      submit={t(`classes.moves.${to}.do`)}
      leave={t('all.back')}
      danger={to !== 'closed'}
      send={send}
      onClose={onClose}
      onDone={onDone}
    >
      {lines.map((line) => line && <p key={line}>{line}</p>)}
      <Form.Item name="reason" label={t('classes.confirm.reason')} extra={t('classes.confirm.reasonHint')} className={css.reason}>
        <Input maxLength={200} />
      </Form.Item>
    </FormSheet>
  );
}
