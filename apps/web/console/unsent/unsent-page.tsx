import { Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Shown } from '../../api/client.ts';
import { sendForm } from '../../api/send-form.ts';
import { cx } from '../parts/class-names.ts';
import { Page } from '../parts/page.tsx';
import { Fault } from '../parts/states.tsx';
import { TakenFile } from './taken-file.tsx';
import css from './unsent.module.css';

type Taken = Shown<'TakenUnsentView'>;
const largest = 20 * 1024 * 1024;

/** A phone that cannot hand over writes a file: here it is taken in, with a verdict for each record. */
export function UnsentPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [unfit, setUnfit] = useState<'several' | 'tooLarge'>();
  const taking = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return sendForm<Taken>('/v1/marks/unsent', form, { header: {}, signal: new AbortController().signal, onSent: () => undefined });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['waiting'] }),
    // The names in it stay no longer than the page.
    gcTime: 0,
  });
  const take = (files: readonly File[]): void => {
    const [file] = files;
    const fault = !file || files.length > 1 ? 'several' : file.size > largest ? 'tooLarge' : undefined;
    setUnfit(fault);
    if (!fault) taking.mutate(file!);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!taking.isPending) take([...event.dataTransfer.files]);
  };
  return (
    <Page
      title={t('unsent.title')}
      crumb={<Link to="/waiting">{t('unsent.back')}</Link>}
      actions={taking.isSuccess && <Button onClick={() => taking.reset()}>{t('unsent.another')}</Button>}
    >
      {taking.isSuccess ? (
        <TakenFile of={taking.data} />
      ) : (
        <>
          <p className={css.before}>{t('unsent.before')}</p>
          <div
            className={cx(css.drop, over && css.over)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <p className={css.word}>{t('unsent.drop')}</p>
            <Button type="primary" loading={taking.isPending} onClick={() => input.current?.click()}>
              {t('unsent.choose')}
            </Button>
            <p className="note">{t(taking.isPending ? 'unsent.working' : 'unsent.limits')}</p>
            {unfit && (
              <p className={css.wrong} role="alert">
                {t(`unsent.${unfit}`)}
              </p>
            )}
            {taking.isError && <Fault problem={taking.error} />}
            <input
              ref={input}
              type="file"
              className="unseen"
              tabIndex={-1}
              aria-label={t('unsent.choose')}
              accept=".json,application/json"
              onChange={(event) => {
                take([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </div>
        </>
      )}
    </Page>
  );
}
