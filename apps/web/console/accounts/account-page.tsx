import { App, Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, byId, ifMatch, Problem, told } from '../../api/client.ts';
import { Tokens, tokensOf } from '../me/own-tokens.tsx';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Facts } from '../parts/facts.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Fault, Skeleton, useSaid } from '../parts/states.tsx';
import { useMay, useMe } from '../session/me.ts';
import { EditGrants, Rename, ResetPassword } from './account-forms.tsx';
import css from './accounts.module.css';
import { AuditList } from './audit-list.tsx';
import { Grants } from './grants.tsx';
import { type Account, auditOf, useAccount } from './questions.ts';

type Open = 'rename' | 'grants' | 'password';

export function AccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = useAccount(id);
  const may = useMay();
  useAskedAhead(may('accounts.manage') && tokensOf(id), may('audit.read') && auditOf({ by: id }));
  const [open, setOpen] = useState<Open>();
  const crumb = <Link to="/accounts">{t('accounts.title')}</Link>;
  if (!found.data)
    return (
      <Page title={t('accounts.title')} crumb={crumb}>
        {found.isError ? <Fault problem={found.error} again={() => void found.refetch()} /> : <Skeleton />}
      </Page>
    );
  const one = found.data;
  const close = (): void => setOpen(undefined);
  return (
    <Page title={one.name} crumb={crumb} actions={may('accounts.manage') && <Deeds of={one} open={setOpen} />}>
      {found.isError && <Fault problem={found.error} again={() => void found.refetch()} />}
      <Facts
        facts={[
          [t('accounts.field.account'), <bdi key="account">{one.account}</bdi>],
          [
            t('all.state'),
            <span key="state" className={one.disabled ? css.disabled : undefined}>
              {t(one.disabled ? 'accounts.disabled' : 'accounts.enabled')}
            </span>,
          ],
          [t('accounts.field.grants'), <Grants key="grants" of={one.grants} />],
          [
            t('accounts.field.instructor'),
            one.instructorId && <Link to={`/instructors/${one.instructorId}`}>{t('accounts.asInstructor')}</Link>,
          ],
        ]}
      />
      {may('accounts.manage') && (
        <Section title={t('me.tokens.ofThem')} note={t('me.tokens.ofThemNote')}>
          <Tokens
            of={tokensOf(one.id)}
            end={(tokenId) =>
              told(api.DELETE('/v1/users/{id}/tokens/{tokenId}', { params: { path: { ...byId(one.id), tokenId: byId(tokenId).id } } }))
            }
          />
        </Section>
      )}
      {may('audit.read') && (
        <>
          <Section title={t('accounts.audit.ofThem')} tools={<Link to={`/accounts/audit?by=${one.id}`}>{t('accounts.audit.all')}</Link>}>
            <AuditList filter={{ by: one.id }} />
          </Section>
        </>
      )}
      {open === 'rename' && <Rename of={one} onClose={close} />}
      {open === 'grants' && <EditGrants of={one} onClose={close} />}
      {open === 'password' && <ResetPassword of={one} onClose={close} />}
    </Page>
  );
}

function Deeds({ of: one, open }: { of: Account; open: (what: Open) => void }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const said = useSaid();
  const client = useQueryClient();
  const me = useMe();
  const may = useMay();
  const shut = useMutation({
    mutationFn: (disabled: boolean) =>
      told(api.PATCH('/v1/users/{id}', { params: { path: byId(one.id), header: ifMatch(one.version) }, body: { disabled } })),
    onError: (problem) =>
      void message.error(problem instanceof Problem && problem.code === 'versionMismatch' ? t('accounts.changedMeanwhile') : said(problem)),
    // On a conflict the page shows how the account is now; then it can be decided anew.
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const ask = (): void =>
    void modal.confirm({
      title: t('accounts.disable.title', { name: one.name }),
      content: t('accounts.disable.consequence'),
      okText: t('accounts.disable.do'),
      okButtonProps: { danger: true },
      cancelText: t('all.cancel'),
      onOk: () => shut.mutateAsync(true).catch(() => undefined),
    });
  const isOwn = me.data?.id === one.id;
  return (
    <>
      <Button onClick={() => open('rename')}>{t('accounts.rename')}</Button>
      <Button onClick={() => open('grants')}>{t('accounts.setGrants')}</Button>
      <Button onClick={() => open('password')}>{t('accounts.password.reset')}</Button>
      {may('devices.manage') && !one.disabled && <LinkButton to={`/accounts/${one.id}/phone`}>{t('devices.invite.do')}</LinkButton>}
      {one.disabled ? (
        <Button loading={shut.isPending} onClick={() => shut.mutate(false)}>
          {t('accounts.enable')}
        </Button>
      ) : (
        <Button loading={shut.isPending} disabled={isOwn} title={isOwn ? t('accounts.notOneself') : undefined} onClick={ask}>
          {t('accounts.disable.do')}
        </Button>
      )}
    </>
  );
}
