import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useInstructor } from '../instructors/questions.ts';
import { Page } from '../parts/page.tsx';
import { moment } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './devices.module.css';
import { isLocal } from './is-local.ts';
import { invite, type Invitation } from './questions.ts';
import { QrCode } from './qr-code.tsx';

/** The code by which an instructor's phone enrols, to be scanned from the screen or handed over on paper. */
export function InvitePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const instructor = useInstructor(id);
  const invitation = useMutation({ mutationFn: () => invite(id), gcTime: 0 });
  const known = instructor.data;
  const made = invitation.data;
  return (
    <Page
      title={known ? t('devices.invite.of', { name: known.name }) : t('devices.invite.do')}
      crumb={<Link to={`/instructors/${id}`}>{known?.name ?? t('devices.invite.do')}</Link>}
      actions={
        known && (
          <>
            <Button type={made ? 'default' : 'primary'} loading={invitation.isPending} onClick={() => invitation.mutate()}>
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
      {instructor.isError && <Fault problem={instructor.error} again={() => void instructor.refetch()} />}
      {instructor.isPending && <Skeleton rows={8} />}
      {invitation.isError && <Fault problem={invitation.error} />}
      {known && !made && <p className={css.before}>{t('devices.invite.before', { name: known.name })}</p>}
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
