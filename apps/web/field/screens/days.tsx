import { useTranslation } from 'react-i18next';
import { type DayPart, dayParts } from '#contract';
import { day } from '../../console/parts/quantities.ts';
import { goTo } from '../address.ts';
import { clockAt, dayAt, now } from '../clock.ts';
import { type KeptSession } from '../kept/shapes.ts';
import { takeOver } from '../phone/shelter.ts';
import { headsEverywhere } from '../rules/heads.policy.ts';
import { cameOf } from '../rules/standing.policy.ts';
import { peopleOf, useOwnHeads, useTally, useWalkIns } from '../standing-now.ts';
import { usePhone } from '../use-phone.ts';
import css from './days.module.css';
import { HomeHint } from './home-hint.tsx';
import { Notice } from './notices.tsx';

/** A clock that is off by less is nobody's worry. */
const clockToleranceMs = 5 * 60_000;

/** The county's day: by the phone's clock, put right by what the server's clock said when the last pack came. */
export function useToday(): string {
  const behind = usePhone(({ served }) => served?.behind ?? 0);
  return dayAt(new Date(now().getTime() + behind));
}

const partOrder = (part: string): number => dayParts.indexOf(part as DayPart);
const inOrder = (a: KeptSession, b: KeptSession): number =>
  a.date.localeCompare(b.date) ||
  partOrder(a.dayPart) - partOrder(b.dayPart) ||
  (a.startsAt ?? '').localeCompare(b.startsAt ?? '') ||
  Number(a.id) - Number(b.id);

/** My sessions: today and the two weeks that come, and the week behind. */
export function Days() {
  const { t } = useTranslation();
  const sessions = usePhone((standing) => standing.sessions);
  const served = usePhone((standing) => standing.served);
  const isSheltered = usePhone((standing) => standing.sheltered);
  const isRevoked = usePhone((standing) => standing.revoked !== null);
  const today = useToday();
  const shown = [...sessions.values()].filter(({ hidden }) => !hidden).sort(inOrder);
  const past = shown.filter(({ date }) => date < today).reverse();
  const coming = shown.filter(({ date }) => date >= today);
  return (
    <>
      <Update />
      {served && Math.abs(served.behind) > clockToleranceMs && (
        <Notice tone="person">
          <p>{t('field.clock', { count: Math.round(Math.abs(served.behind) / 60_000) })}</p>
        </Notice>
      )}
      <div className={css.ready}>
        <h1>{t('field.title')}</h1>
        {!isRevoked && (
          <p data-ready={isSheltered && served !== null}>{t(isSheltered && served ? 'field.usable' : 'field.notYetUsable')}</p>
        )}
      </div>
      {isSheltered && served && <HomeHint />}
      {coming.length === 0 && served && <p className={css.empty}>{t('field.noSessions')}</p>}
      <ByDay sessions={coming} today={today} />
      {past.length > 0 && (
        <details className={css.past} open={coming.length === 0}>
          <summary>{t('field.past')}</summary>
          <ByDay sessions={past} today={today} />
        </details>
      )}
      {served && (
        <p className={css.served}>
          {t('field.servedAt', { when: `${day(dayAt(new Date(served.at)), { year: false, weekday: false })} ${clockAt(served.at)}` })}
        </p>
      )}
      {served?.truncated && <p className={css.served}>{t('field.truncated')}</p>}
    </>
  );
}

/** Let in by hand, and only while nothing waits: a reload then costs nobody anything. */
function Update() {
  const { t } = useTranslation();
  const hasUpdate = usePhone((standing) => standing.hasUpdate);
  const isIdle = usePhone(({ waiting }) => waiting.own === 0);
  if (!hasUpdate) return null;
  return (
    <Notice tone="plain">
      <p>{t(isIdle ? 'field.update.ready' : 'field.update.first')}</p>
      {isIdle && (
        <button type="button" onClick={takeOver}>
          {t('field.update.take')}
        </button>
      )}
    </Notice>
  );
}

function ByDay({ sessions, today }: { sessions: readonly KeptSession[]; today: string }) {
  const { t } = useTranslation();
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const name = (date: string): string => {
    const said = day(date, { year: false });
    return date === today ? `${t('field.today')} · ${said}` : date === tomorrow ? `${t('field.tomorrow')} · ${said}` : said;
  };
  return [...new Set(sessions.map(({ date }) => date))].map((date) => (
    <section key={date} className={css.day}>
      <h2>{name(date)}</h2>
      <ul>
        {sessions
          .filter((session) => session.date === date)
          .map((session) => (
            <li key={session.id}>
              <OneSession session={session} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

function OneSession({ session }: { session: KeptSession }) {
  const { t } = useTranslation();
  const people = peopleOf(session);
  const tally = useTally(session, people);
  const strangers = useWalkIns(session).length;
  const heads = headsEverywhere(session, useOwnHeads(session.id));
  const waiting = usePhone(({ records, holder }) => {
    let count = 0;
    for (const list of records.values())
      for (const { by, state, mark } of list)
        if (state === 'waiting' && by === holder?.instructorId && mark.sessionId === session.id) count += 1;
    return count;
  });
  const { kind, dayPart, startsAt, endsAt, topic, place, checkpoints, state } = session;
  const hours = startsAt && (endsAt ? `${startsAt}–${endsAt}` : startsAt);
  return (
    <button type="button" className={css.session} onClick={() => goTo({ at: 'roll', sessionId: session.id })}>
      <span className={css.when}>
        <i className={css.kind} style={{ borderColor: `var(--${kind})` }} title={t(`domain.kind.${kind}`)}>
          {t(`domain.kindMark.${kind}`)}
        </i>
        <b>{t(`domain.dayPart.${dayPart}`)}</b>
        {hours}
        {state !== 'scheduled' && <b className={css.off}>{t(`domain.sessionState.${state}`)}</b>}
      </span>
      <span className={css.topic}>{topic}</span>
      {(place || checkpoints.length > 0) && (
        <span className={css.place}>
          {[place, checkpoints.length > 0 && t('field.stops', { count: checkpoints.length })].filter(Boolean).join(' · ')}
        </span>
      )}
      <span className={css.counts}>
        <span>{t('field.roster', { count: people.length })}</span>
        <span>{t('field.came', { count: cameOf(tally) })}</span>
        {strangers > 0 && <span>{t('field.roll.strangers', { count: strangers })}</span>}
        {heads !== null && <span>{t('field.roll.heads.so', { count: heads })}</span>}
        {waiting > 0 && <b>{t('field.toSend', { count: waiting })}</b>}
      </span>
    </button>
  );
}
