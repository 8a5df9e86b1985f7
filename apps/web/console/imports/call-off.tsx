import { App, Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, once, Problem, told } from '../../api/client.ts';
import { useSaid } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import css from './imports.module.css';
import { type Import } from './questions.ts';

/** Calls off a check, a writing or an undoing under way, saying beforehand what becomes of it. */
export function CallOff({ of: { id, state, whole } }: { of: Import }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const client = useQueryClient();
  const may = useMay();
  const key = useRef(once());
  const deed = useMutation({
    mutationFn: () => told(api.POST('/v1/imports/{id}/cancel', { params: { path: byId(id), header: key.current } })),
    onError: (problem) =>
      problem instanceof Problem && problem.code === 'transitionNotAllowed'
        ? void message.info(t('imports.callOff.tooLate'))
        : void message.error(said(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
  if (!may('imports.run')) return null;
  const what = state === 'checking' ? 'check' : state === 'reverting' ? 'revert' : 'apply';
  return (
    <div className={css.callOff}>
      <Button loading={deed.isPending} onClick={() => deed.mutate()}>
        {t(`imports.callOff.${what}`)}
      </Button>
      <span className="note">{t(`imports.callOff.says.${what === 'apply' ? (whole ? 'whole' : 'part') : what}`)}</span>
    </div>
  );
}
