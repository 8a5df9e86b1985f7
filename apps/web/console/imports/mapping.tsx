import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, once, told } from '../../api/client.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './imports.module.css';
import { SheetMapping } from './sheet-mapping.tsx';
import { begun, type Format, type Import, type Mapping as Told, type SheetTop, useKinds, useSheets } from './questions.ts';

/** Says of each sheet which row is its header and which column is what; the file is checked anew by that. */
export function Mapping({ of: { id, kind }, onTouched, onDone }: { of: Import; onTouched?: () => void; onDone?: () => void }) {
  const kinds = useKinds();
  const tops = useSheets(id);
  const formats = kinds.data?.find((one) => one.kind === kind)?.sheets;
  const failed = [kinds, tops].find((one) => one.isError && !one.data);
  if (failed) return <Fault problem={failed.error} again={() => void failed.refetch()} />;
  if (!formats || !tops.data) return <Skeleton />;
  return <Editor key={id} id={id} tops={tops.data} formats={formats} onTouched={onTouched} onDone={onDone} />;
}

const unread = (top: SheetTop): Told => ({ sheet: top.name, format: null, headerRow: top.rows[0]?.row ?? 1, columns: [] });

/** Required fields of the format that no column is said to be. */
const missingIn = ({ format, columns }: Told, formats: readonly Format[]): string[] =>
  (formats.find(({ name }) => name === format)?.columns ?? [])
    .filter((one) => one.required && !columns.some(({ key }) => key === one.key))
    .map(({ title }) => title);

interface EditorProps {
  id: string;
  tops: readonly SheetTop[];
  formats: readonly Format[];
  onTouched?: () => void;
  onDone?: () => void;
}

function Editor({ id, tops, formats, onTouched, onDone }: EditorProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [sheets, setSheets] = useState(() => tops.map((top) => top.mapping ?? unread(top)));
  const [problem, setProblem] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const key = useRef(once());
  const missing = sheets.map((one) => missingIn(one, formats));
  const reads = sheets.some(({ format }) => format !== null);
  const ready = reads && missing.every((titles) => titles.length === 0);
  const change = (place: number, to: Told): void => {
    key.current = once();
    onTouched?.();
    setSheets(sheets.map((one, i) => (i === place ? to : one)));
  };
  const send = async (): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    try {
      await told(api.POST('/v1/imports/{id}/mapping', { params: { path: byId(id), header: key.current }, body: { sheets } }));
      await begun(client, id, 'checking');
      onDone?.();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <section className={css.mapping} aria-label={t('imports.mapping.title')}>
      <p>{t('imports.mapping.how')}</p>
      {tops.map((top, i) => (
        <SheetMapping key={top.name} top={top} told={sheets[i]!} formats={formats} missing={missing[i]!} change={(to) => change(i, to)} />
      ))}
      {problem !== undefined && <Fault problem={problem} kept />}
      <div className={css.mappingFoot}>
        <Button type="primary" disabled={!ready} loading={sending} onClick={() => void send()}>
          {t('imports.mapping.check')}
        </Button>
        <span className="note">
          {t(reads ? (ready ? 'imports.mapping.remembered' : 'imports.mapping.incomplete') : 'imports.mapping.nothing')}
        </span>
      </div>
    </section>
  );
}
