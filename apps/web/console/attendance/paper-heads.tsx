import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber, Select } from 'antd';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { headCountMethods, type HeadCountMethod } from '#contract';
import { api, once, told } from '../../api/client.ts';
import { n } from '../parts/quantities.ts';
import { Fault } from '../parts/states.tsx';
import { sessionOf } from '../sessions/questions.ts';
import { useMay, useMe } from '../session/me.ts';
import css from './paper.module.css';
import { type GridSession } from './sheet.ts';

/** How many stood there, said once the sheet is entered; those whom nobody named count as declared. */
export function PaperHeads({
  session,
  suggested,
  input,
  onDone,
}: {
  session: GridSession;
  suggested: number;
  input: RefObject<HTMLInputElement | null>;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const may = useMay();
  const me = useMe().data;
  const { queryKey: key } = sessionOf(session.id);
  const known = useQuery({ ...sessionOf(session.id), select: ({ headCount }) => headCount });
  const [count, setCount] = useState<number | null>(null);
  const [method, setMethod] = useState<HeadCountMethod>('counted');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  // One key as long as the same is said: sent twice it is one report.
  const byPointer = useRef(false);
  const sent = useRef<{ said: string; key: ReturnType<typeof once> }>(undefined);
  if (!may('headCount.report')) return null;
  const send = async (): Promise<void> => {
    if (count === null) return;
    const body = { count, method, countedBy: me?.name ?? '' };
    const said = JSON.stringify(body);
    if (sent.current?.said !== said) sent.current = { said, key: once() };
    setSending(true);
    setProblem(undefined);
    try {
      const header = sent.current.key;
      const { verified } = await told(
        api.PUT('/v1/sessions/{id}/head-count', { params: { path: { id: Number(session.id) }, header }, body }),
      );
      void message.success(t(verified ? 'attendance.heads.counted' : 'attendance.heads.waits', { n: n(count) }));
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['waiting'] });
      void client.invalidateQueries({ queryKey: ['figures'] });
      onDone();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  // Who comes from the last line finds the number of names there, ready to be sent or typed over. A click puts the caret into it,
  // and what is typed would be added to that number: then the field stays empty.
  const suggest = (): void => {
    if (byPointer.current) return;
    flushSync(() => setCount((now) => now ?? suggested));
    input.current?.select();
  };
  const stands = known.data;
  return (
    <form
      className={css.heads}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor="paper-heads">{t('attendance.heads.label')}</label>
      <span onPointerDownCapture={() => (byPointer.current = true)} onPointerUpCapture={() => (byPointer.current = false)}>
        <InputNumber
          id="paper-heads"
          ref={(made) => {
            input.current = (made?.nativeElement?.querySelector('input') ?? null) as HTMLInputElement | null;
          }}
          min={0}
          max={100_000}
          precision={0}
          value={count}
          placeholder={String(suggested)}
          onChange={(value) => setCount(value)}
          onFocus={suggest}
          style={{ width: 100 }}
        />
      </span>
      <Select
        aria-label={t('attendance.heads.method')}
        value={method}
        onChange={setMethod}
        options={headCountMethods.map((one) => ({ value: one, label: t(`domain.counted.${one}`) }))}
        style={{ width: 110 }}
      />
      <Button type="primary" htmlType="submit" loading={sending} disabled={count === null}>
        {t('attendance.heads.send')}
      </Button>
      <span className="note">
        {stands
          ? t(stands.verified ? 'attendance.heads.stands' : 'attendance.heads.standsUnverified', { n: n(stands.count) })
          : t('attendance.heads.hint')}
      </span>
      {count !== null && count < suggested && <span className={css.caution}>{t('attendance.heads.fewer', { n: n(suggested) })}</span>}
      {problem !== undefined && <Fault problem={problem} again={() => void send()} />}
    </form>
  );
}
