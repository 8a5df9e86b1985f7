import { App, Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, once, told } from '../../api/client.ts';
import { useDownload } from '../parts/download.ts';
import { n } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import { MappingSheet } from './mapping-sheet.tsx';
import { begun, type Import, isHalfDone, reach } from './questions.ts';

type Deed = 'apply' | 'revert' | 'check';
const becomes = { apply: 'applying', revert: 'reverting', check: 'checking' } as const;

/** What can be done with an import that rests. */
export function ImportDeeds({ of: one }: { of: Import }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const said = useSaid();
  const client = useQueryClient();
  const may = useMay();
  const download = useDownload();
  const [mapping, setMapping] = useState(false);
  const { id, state, rows } = one;
  // One key for one deed on one state: pressed twice it is done once.
  const keys = useRef(new Map<string, Record<string, string>>());
  const deed = useMutation({
    mutationFn: async (what: Deed) => {
      const name = `${what} ${state}`;
      if (!keys.current.has(name)) keys.current.set(name, once());
      const params = { path: byId(id), header: keys.current.get(name)! };
      return await told(api.POST(`/v1/imports/{id}/${what}`, { params }));
    },
    onSuccess: (_, what) => begun(client, id, becomes[what]),
    onError: (problem) => {
      void message.error(said(problem));
      // What was refused for its state is in another by now.
      void client.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  const ask = (): void =>
    void modal.confirm({
      title: t('imports.revert.title'),
      content: isHalfDone(one)
        ? t('imports.revert.partConsequence', { done: n(rows.done) })
        : t('imports.revert.consequence', { created: n(rows.create), updated: n(rows.update) }),
      okText: t('imports.revert.do'),
      okButtonProps: { danger: true },
      cancelText: t('all.cancel'),
      onOk: () => deed.mutateAsync('revert').catch(() => undefined),
    });
  if (!may('imports.run')) return null;
  const fit = rows.create + rows.update;
  const untouched = state === 'cancelled' && reach(one) === 'none';
  return (
    <>
      {rows.faulty > 0 && (
        <Button
          href={`/v1/imports/${id}/faults.xlsx`}
          download
          onClick={download(`faults-${id}.xlsx`, () =>
            api.GET('/v1/imports/{id}/faults.xlsx', { params: { path: byId(id) }, parseAs: 'blob' }),
          )}
        >
          {t('imports.faults', { count: rows.faulty, n: n(rows.faulty) })}
        </Button>
      )}
      {(state === 'checked' || untouched) && <Button onClick={() => setMapping(true)}>{t('imports.mapping.look')}</Button>}
      {(state === 'applied' || isHalfDone(one)) && (
        <Button loading={deed.isPending} onClick={ask}>
          {t('imports.revert.do')}
        </Button>
      )}
      {state === 'checked' && (
        <Button type="primary" loading={deed.isPending} disabled={fit === 0} onClick={() => deed.mutate('apply')}>
          {fit === 0
            ? t('imports.apply.nothing')
            : t(rows.faulty > 0 ? 'imports.apply.rest' : 'imports.apply.all', { count: fit, n: n(fit) })}
        </Button>
      )}
      {untouched && (
        <Button type="primary" loading={deed.isPending} onClick={() => deed.mutate('check')}>
          {t('imports.checkAgain')}
        </Button>
      )}
      {mapping && <MappingSheet of={one} onClose={() => setMapping(false)} />}
    </>
  );
}
