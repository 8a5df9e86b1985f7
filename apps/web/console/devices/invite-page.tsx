import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';
import { moment } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import css from './devices.module.css';
import { isLocal } from './is-local.ts';
import { invite, type Invitation, type Whom } from './questions.ts';
import { QrCode } from './qr-code.tsx';

/** Whom a page is about, as it becomes known. */
interface Asked {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface Inviting {
  asked: Asked;
  /** Where one came from, and what it is called once it is known. */
  from: { to: string; name: string | undefined };
  /** For whom the code is to be, and what it will open; `null`: nobody is named there. */
  whom: ({ name: string; opens: string } & Whom) | null | undefined;
}

/** The code by which somebody's phone enrols, to be scanned from the screen or handed over on paper. */
export function InvitePage({ asked, from, whom }: Inviting) {
  const { t } = useTranslation();
  const invitation = useMutation({ mutationFn: invite, gcTime: 0 });
  const made = invitation.data;
  return (
    <Page
      title={whom ? t('devices.invite.of', { name: whom.name }) : t('devices.invite.do')}
      crumb={<Link to={from.to}>{from.name ?? t('devices.invite.do')}</Link>}
      actions={
        whom && (
          <>
            <Button type={made ? 'default' : 'primary'} loading={invitation.isPending} onClick={() => invitation.mutate(whom)}>
              {t(made ? 'devices.invite.again' : 'devices.invite.show')}
            </Button>
            {made && (
              <Button type="primary" onClick={() => window.print()}>
                {t('all.print')}
              </Button>
            )}
          </>
        )
      }
    >
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={8} />}
      {whom === null && <Empty title={t('devices.invite.noHead')} next={<Link to={from.to}>{from.name}</Link>} />}
      {invitation.isError && <Fault problem={invitation.error} />}
      {whom && !made && (
        <div className={css.before}>
          <p>{t('devices.invite.before', { name: whom.name })}</p>
          <p>{whom.opens}</p>
        </div>
      )}
      {made && <Paper of={made} />}
    </Page>
  );
}

function Paper({ of: { code, name, expiresAt } }: { of: Invitation }) {
  const { t } = useTranslation();
  // After the sign, so that no server and no log ever sees it.
  const link = `${window.location.origin}/field/#${code}`;
  return (
    <>
      {isLocal(window.location.hostname) && (
        <p className={`${css.local} offPaper`} role="note">
          {t('devices.invite.local')}
        </p>
      )}
      <article className={css.paper} aria-label={t('devices.invite.paper')}>
        <h2>{t('devices.invite.paper')}</h2>
        <p className={css.whose}>{name}</p>
        <QrCode text={link} label={t('devices.invite.qr')} />
        <ol>
          <li>{t('devices.invite.steps.scan')}</li>
          <li>{t('devices.invite.steps.wait')}</li>
          <li>{t('devices.invite.steps.keep')}</li>
        </ol>
        <p>
          {t('devices.invite.link')}
          <br />
          <a href={link} className={css.link}>
            {link}
          </a>
        </p>
        <p>{t('devices.invite.expires', { at: moment(expiresAt) })}</p>
      </article>
    </>
  );
}
