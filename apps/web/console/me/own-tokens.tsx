import { App, Button } from 'antd';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, byId, type Shown, told } from '../../api/client.ts';
import { moment } from '../parts/quantities.ts';
import { Fault, Skeleton, useSaid } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import css from './me.module.css';

type Token = Shown<'TokenView'>;

/** Where one is signed in; each place can be ended. */
export const OwnTokens = () => <Tokens of={own} end={(id) => told(api.DELETE('/v1/tokens/{id}', { params: { path: byId(id) } }))} />;

const own = queryOptions({ queryKey: ['tokens', 'mine'], queryFn: (): Promise<Token[]> => told(api.GET('/v1/tokens')) });
/** Where somebody else is signed in. */
export const tokensOf = (id: string) =>
  queryOptions({
    queryKey: ['tokens', id],
    queryFn: (): Promise<Token[]> => told(api.GET('/v1/users/{id}/tokens', { params: { path: byId(id) } })),
  });

interface Props {
  /** Whose: an account's, or the reader's own. */
  of: typeof own | ReturnType<typeof tokensOf>;
  end: (id: string) => Promise<unknown>;
}

export function Tokens({ of, end: revoke }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const client = useQueryClient();
  const list = useQuery(of as ReturnType<typeof tokensOf>);
  const end = useMutation({
    mutationFn: revoke,
    onError: (problem) => void message.error(said(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: of.queryKey }),
  });
  const columns: Column<Token>[] = [
    { key: 'label', title: t('me.tokens.label'), cell: ({ label }) => <bdi className={css.label}>{label}</bdi> },
    { key: 'kind', title: t('me.tokens.kind'), cell: ({ kind }) => t(`me.tokens.${kind}`) },
    { key: 'since', title: t('me.tokens.since'), cell: ({ createdAt }) => moment(createdAt) },
    { key: 'until', title: t('me.tokens.until'), cell: ({ expiresAt }) => (expiresAt ? moment(expiresAt) : t('all.unknown')) },
    {
      key: 'end',
      title: t('me.tokens.do'),
      cell: ({ id, label, current }) =>
        current ? (
          <span className="soft">{t('me.tokens.current')}</span>
        ) : (
          <Button
            size="small"
            loading={end.isPending && end.variables === id}
            aria-label={t('me.tokens.endThis', { label })}
            onClick={() => end.mutate(id)}
          >
            {t('me.tokens.end')}
          </Button>
        ),
    },
  ];
  if (list.isPending) return <Skeleton rows={3} />;
  if (!list.data) return <Fault problem={list.error} again={() => void list.refetch()} />;
  if (list.data.length === 0) return <p className="soft">{t('me.tokens.none')}</p>;
  return <Table label={t('me.tokens.title')} columns={columns} rows={list.data} rowKey={({ id }) => id} />;
}
