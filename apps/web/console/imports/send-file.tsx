import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ImportKind, importKinds } from '#contract';
import { once, Problem } from '../../api/client.ts';
import { sendForm } from '../../api/send-form.ts';
import { useAddress } from '../parts/address.ts';
import { cx } from '../parts/class-names.ts';
import { Fault } from '../parts/states.tsx';
import css from './imports.module.css';
import { KindChoice } from './kind-choice.tsx';
import { useTimeLeft } from './pace.ts';
import { Progress } from './progress.tsx';
import { type Kind } from './questions.ts';

const largest = 20 * 1024 * 1024;
type Unfit = 'notXlsx' | 'oldXls' | 'tooLarge' | 'several';

function unfit(files: readonly File[]): Unfit | undefined {
  const [file] = files;
  if (!file || files.length > 1) return 'several';
  if (/\.(xls|et)$/i.test(file.name)) return 'oldXls';
  if (!/\.xlsx$/i.test(file.name)) return 'notXlsx';
  return file.size > largest ? 'tooLarge' : undefined;
}

/** Choose what the rows are, then drop the file: it is checked, and nothing is written before somebody says so. */
export function SendFile({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const [wrong, setWrong] = useState<Unfit>();
  const [calledOff, setCalledOff] = useState(false);
  const sending = useRef<AbortController>(undefined);
  // One key for one file of one kind: pressed again after a failure, it is the same import.
  const key = useRef<{ of: string; header: Record<string, string> }>(undefined);
  const kind = importKinds.find((one) => one === get('for') && kinds.some((known) => known.kind === one)) ?? kinds[0]?.kind;
  const [last, setLast] = useState<File>();
  const time = useTimeLeft(sent === undefined ? '' : 'sending', sent ?? 0, 1);

  const send = async (file: File, into: ImportKind): Promise<void> => {
    const of = [into, file.name, file.size, file.lastModified].join('/');
    if (key.current?.of !== of) key.current = { of, header: once() };
    const form = new FormData();
    form.set('kind', into);
    form.set('file', file);
    setLast(file);
    setProblem(undefined);
    setCalledOff(false);
    setSent(0);
    const { signal } = (sending.current = new AbortController());
    try {
      const { id } = await sendForm<{ id: string }>('/v1/imports', form, { ...key.current, signal, onSent: setSent });
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
      void navigate(`/imports/${id}`);
    } catch (refused) {
      if (signal.aborted) setCalledOff(true);
      else setProblem(refused instanceof Problem ? refused : new Problem('offline', 0));
      setSent(undefined);
    }
  };
  const take = (files: readonly File[]): void => {
    const fault = unfit(files);
    setWrong(fault);
    setCalledOff(false);
    if (!fault && kind) void send(files[0]!, kind as ImportKind);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (sent === undefined) take([...event.dataTransfer.files]);
  };
  if (!kind) return <p className="soft">{t('imports.mayNothing')}</p>;
  const word = t(`domain.importKind.${kind as ImportKind}`);
  return (
    <div className={css.sending}>
      <KindChoice kinds={kinds} chosen={kind} choose={(one) => set({ for: one })} />
      <div
        className={cx(css.drop, over && css.over, 'offPaper')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sent === undefined ? (
          <>
            <p className={css.dropWord}>{t('imports.drop.here', { kind: word })}</p>
            <Button type="primary" onClick={() => input.current?.click()}>
              {t('imports.drop.choose')}
            </Button>
            <p className="note">{t('imports.drop.limits')}</p>
          </>
        ) : (
          <>
            <p className={css.fileName}>{last?.name}</p>
            <Progress label={t('imports.drop.sending')} done={Math.round(sent * 100)} total={100} />
            <p className="note">
              {sent >= 1 ? t('imports.drop.keeping') : `${t('imports.drop.sent', { percent: Math.round(sent * 100) })} · ${time}`}
            </p>
            {/* What has left whole is the server's by now: there the check can be called off. */}
            {sent < 1 && <Button onClick={() => sending.current?.abort()}>{t('imports.drop.cancel')}</Button>}
          </>
        )}
        {calledOff && (
          <p className="soft" role="status">
            {t('imports.drop.cancelled')}
          </p>
        )}
        {wrong && (
          <p className={css.wrong} role="alert">
            {t(`imports.drop.${wrong}`)}
          </p>
        )}
        {problem !== undefined && <Fault problem={problem} again={last && (() => void send(last, kind as ImportKind))} />}
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={t('imports.drop.choose')}
          accept=".xlsx"
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
