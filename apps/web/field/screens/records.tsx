import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../../console/parts/quantities.ts';
import { useTheme, choose } from '../../console/look/theme.ts';
import { language, speak } from '../../console/words/speaking.ts';
import { goBack, goTo } from '../address.ts';
import { clockAt } from '../clock.ts';
import { newestRecords } from '../kept/marks.ts';
import { type FieldRecord } from '../kept/shapes.ts';
import { needsReading } from '../rules/answered.policy.ts';
import { setType, useType } from '../type-size.ts';
import { PhotoRow } from '../photos/photo-row.tsx';
import { phone, usePhone } from '../use-phone.ts';
import { Export } from './export.tsx';
import { Frame } from './frame.tsx';
import { Notice } from './notices.tsx';
import { OthersWait } from './others-wait.tsx';
import css from './records.module.css';
import { useWhatIsSaid } from './what-is-said.ts';

/** So many rows are drawn. */
const shownAtMost = 500;

/** Every record of this phone with what became of it, what is still to be read first, then what waits. */
export function Records() {
  const { t } = useTranslation();
  const open = usePhone((standing) => standing.records);
  const [newest, setNewest] = useState<readonly FieldRecord[] | 'unreadable' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void newestRecords(shownAtMost).then(
      (records) => isCurrent && setNewest(records),
      () => isCurrent && setNewest('unreadable'),
    );
    return () => {
      isCurrent = false;
    };
  }, [open]);
  const found = newest === 'unreadable' ? [] : (newest ?? []);
  const all = [...new Map([...found, ...[...open.values()].flat()].map((record) => [record.seq, record])).values()];
  all.sort((a, b) => urgency(a) - urgency(b) || b.seq - a.seq);
  const isSending = usePhone((standing) => standing.sending);
  const photos = usePhone((standing) => standing.photos);
  return (
    <Frame
      head={
        <div className={css.head}>
          <button type="button" className="plain" onClick={goBack}>
            {t('field.back')}
          </button>
          <h1>{t('field.records.title')}</h1>
        </div>
      }
      foot={
        <button type="button" className={`primary ${css.send}`} disabled={isSending} onClick={() => void phone.exchange()}>
          {t(isSending ? 'field.chip.sending' : 'field.records.send')}
        </button>
      }
    >
      <State />
      <Settings />
      <Export />
      {newest === 'unreadable' && (
        <Notice tone="fault">
          <p>{t('field.records.unreadable')}</p>
        </Notice>
      )}
      {newest && newest !== 'unreadable' && all.length === 0 && photos.length === 0 && (
        <p className={css.note}>{t('field.records.none')}</p>
      )}
      <ul>
        {photos.map((photo) => (
          <PhotoRow key={`photo ${photo.seq}`} photo={photo} />
        ))}
        {all.slice(0, shownAtMost).map((record) => (
          <OneRecord key={record.seq} record={record} />
        ))}
      </ul>
      {all.length >= shownAtMost && <p className={css.note}>{t('field.records.newest', { count: shownAtMost })}</p>}
    </Frame>
  );
}

const urgency = (record: FieldRecord): number => (needsReading(record) ? 0 : record.state === 'waiting' ? 1 : 2);

function State() {
  const { t } = useTranslation();
  const problem = usePhone((standing) => standing.problem);
  const isProtected = usePhone((standing) => standing.isProtected);
  const says =
    problem === null || problem.status === 401
      ? null
      : problem.code === 'offline'
        ? t('field.problem.offline')
        : t('field.problem.other', { reason: t([`refusals.${problem.code}`, 'refusals.unexpected']) });
  return (
    <div className={css.state}>
      {says && <p>{says}</p>}
      <OthersWait />
      <p>{t(`field.records.protection.${isProtected === null ? 'unknown' : isProtected ? 'yes' : 'no'}`)}</p>
    </div>
  );
}

function Settings() {
  const { t } = useTranslation();
  const type = useType();
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  const holder = usePhone((standing) => standing.holder);
  const deviceId = usePhone((standing) => standing.deviceId);
  return (
    <>
      <div className={css.settings}>
        <button type="button" aria-pressed={type === 'large'} onClick={() => setType(type === 'large' ? 'plain' : 'large')}>
          {t('field.records.large')}
        </button>
        <button type="button" onClick={() => choose(other)}>
          {t(`field.records.appearance.${other}`)}
        </button>
        <button type="button" onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}>
          {t('field.records.language')}
        </button>
        <button type="button" onClick={() => goTo({ at: 'lock' })}>
          {t('field.lock.title')}
        </button>
      </div>
      <p className={css.note}>
        {t('field.records.deviceOf', { name: holder?.name, device: deviceId.slice(0, 8), version: import.meta.env.VITE_APP_VERSION })}
      </p>
    </>
  );
}

function OneRecord({ record }: { record: FieldRecord }) {
  const { t } = useTranslation();
  const session = usePhone(({ sessions }) => sessions.get(record.mark.sessionId));
  const holder = usePhone((standing) => standing.holder?.instructorId);
  const { who, what } = useWhatIsSaid(record, session);
  const { state, code, tried, mark } = record;
  return (
    <li className={css.record} data-urgency={urgency(record)}>
      <p>
        <b>{who}</b>
        <span>{what}</span>
      </p>
      <p className={css.note2}>
        {[session && `${day(session.date, { year: false })} ${session.topic}`, clockAt(mark.at)].filter(Boolean).join(' · ')}
      </p>
      <p className={css.what}>
        {t(`field.records.${state === 'waiting' && tried ? 'tried' : state}`)}
        {code && ` · ${t('field.records.reason', { reason: t([`refusals.${code}`, 'refusals.unexpected']) })}`}
      </p>
      {record.by === holder && needsReading(record) && (
        <button type="button" onClick={() => void phone.marking.read([record])}>
          {t('field.records.read')}
        </button>
      )}
      {state === 'refused' && record.by === holder && (
        <button type="button" onClick={() => void phone.marking.sendAgain(record)}>
          {t('field.records.again')}
        </button>
      )}
    </li>
  );
}
