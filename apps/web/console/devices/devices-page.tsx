import { App, Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountTabs } from '../accounts/account-tabs.tsx';
import { useSought } from '../parts/address.ts';
import { cx } from '../parts/class-names.ts';
import { Filters, Listing } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { PaperFoot } from '../parts/paper.tsx';
import { moment, n } from '../parts/quantities.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { Empty, useSaid } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { useMay } from '../session/me.ts';
import { offBy } from './clock.ts';
import css from './devices.module.css';
import { type Device, revoke, useDevices } from './questions.ts';

/** The phones that mark for the reader's units: whether they are heard of, what waits on them, whether they are still trusted. */
export function DevicesPage() {
  const { t } = useTranslation();
  const [q, seek] = useSought();
  const list = useDevices(q);
  const clock = (seconds: number): string => {
    const off = offBy(seconds);
    if (!off) return t('devices.exact');
    const by = t(`devices.${off.unit}`, { count: off.by, n: n(off.by) });
    return seconds > 0 ? t('devices.behind', { by }) : t('devices.ahead', { by });
  };
  const columns: Column<Device>[] = [
    {
      key: 'name',
      title: t('devices.name'),
      cell: (one) => <Whose of={one} />,
    },
    { key: 'label', title: t('devices.label'), cell: ({ label }) => label && <bdi className={css.label}>{label}</bdi> },
    { key: 'seen', title: t('devices.seen'), cell: ({ lastSeenAt }) => moment(lastSeenAt) },
    {
      key: 'waiting',
      title: t('devices.waiting'),
      right: true,
      cell: ({ waiting }) => <span className={waiting ? css.needs : undefined}>{n(waiting)}</span>,
    },
    { key: 'lost', title: t('devices.lost'), right: true, cell: (one) => (one.lost === null ? null : <Lost of={one} />) },
    { key: 'app', title: t('devices.app'), cell: ({ app }) => app },
    {
      key: 'clock',
      title: t('devices.clock'),
      cell: ({ skewSeconds }) =>
        skewSeconds === null ? null : <span className={offBy(skewSeconds) ? css.needs : undefined}>{clock(skewSeconds)}</span>,
    },
    { key: 'state', title: t('devices.state'), cell: (one) => <State of={one} /> },
    { key: 'do', title: t('devices.do'), offPaper: true, cell: (one) => (one.enrolled ? <Deeds of={one} /> : null) },
  ];
  return (
    <Page title={t('devices.title')}>
      <AccountTabs />
      <Filters>
        <SearchBox value={q} onChange={seek} placeholder={t('devices.search')} />
      </Filters>
      <Listing
        label={t('devices.title')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={q !== undefined}
        onClear={() => seek(undefined)}
        file={{
          name: t('devices.title'),
          columns: [
            [t('devices.name'), ({ name }) => name],
            [t('devices.label'), ({ label }) => label],
            [t('devices.seen'), ({ lastSeenAt }) => moment(lastSeenAt)],
            [t('devices.waiting'), ({ waiting }) => waiting],
            [t('devices.lost'), ({ lost }) => lost],
            [t('devices.lostBy'), ({ lostOf }) => lostOf],
            [t('devices.lostAt'), ({ lostAt }) => lostAt && moment(lostAt)],
            [t('devices.app'), ({ app }) => app],
            [t('devices.state'), (one) => t(`devices.${stateOf(one)}`)],
          ],
        }}
        empty={
          <Empty title={t('devices.none')} next={<Link to="/instructors">{t('devices.toInstructors')}</Link>}>
            {t('devices.noneHint')}
          </Empty>
        }
      />
      <PaperFoot />
    </Page>
  );
}

/** The page of an instructor, or of an account for those who may see accounts. */
function Whose({ of: { name, instructorId, userId } }: { of: Device }) {
  const may = useMay();
  if (instructorId !== null) return <Link to={`/instructors/${instructorId}`}>{name}</Link>;
  return may('accounts.read') ? <Link to={`/accounts/${userId}`}>{name}</Link> : <bdi>{name}</bdi>;
}

function stateOf({ enrolled, revokedAt, wipe }: Device): 'unknown' | 'enrolled' | 'wiped' | 'revoked' {
  if (!enrolled) return 'unknown';
  if (revokedAt === null) return 'enrolled';
  return wipe ? 'wiped' : 'revoked';
}

/** What waited on the phone when its browser cleared it, of whomever: nobody has it any more, and whoever was there can still say so. */
function Lost({ of: { lost, lostOf, lostAt } }: { of: Device }) {
  const { t } = useTranslation();
  return (
    <span className={css.lost}>
      <span>{n(lost)}</span>
      <span className="note">{t('devices.lostOf', { name: lostOf || '—', at: lostAt && moment(lostAt) })}</span>
    </span>
  );
}

function State({ of: one }: { of: Device }) {
  const { t } = useTranslation();
  const state = stateOf(one);
  const ended = state === 'wiped' || state === 'revoked';
  return (
    <span
      className={cx(state === 'unknown' && 'soft', ended && css.revoked)}
      title={one.revokedAt === null ? undefined : moment(one.revokedAt)}
    >
      {t(`devices.${state}`)}
    </span>
  );
}

function Deeds({ of: { id, name, revokedAt, wipe: toldToWipe } }: { of: Device }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const said = useSaid();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (wipe: boolean) => revoke(id, wipe),
    onSuccess: (_, wipe) => void message.success(t(`devices.${wipe ? 'wipe' : 'revoke'}.done`)),
    onError: (problem) => void message.error(said(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
  const ask = (deed: 'revoke' | 'wipe'): void =>
    void modal.confirm({
      title: t(`devices.${deed}.title`, { name }),
      content: t(`devices.${deed}.consequence`),
      okText: t(`devices.${deed}.do`),
      okButtonProps: { danger: true },
      cancelText: t('all.cancel'),
      onOk: () => end.mutateAsync(deed === 'wipe').catch(() => undefined),
    });
  const deeds = [...(revokedAt === null ? (['revoke'] as const) : []), ...(toldToWipe ? [] : (['wipe'] as const))];
  return (
    <span className={css.deeds}>
      {deeds.map((deed) => (
        <Button key={deed} size="small" loading={end.isPending} aria-label={t(`devices.${deed}.of`, { name })} onClick={() => ask(deed)}>
          {t(`devices.${deed}.do`)}
        </Button>
      ))}
    </span>
  );
}
