import { App, Popover } from 'antd';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { measures } from '#contract';
import { useAddress } from '../parts/address.ts';
import { Tool, useAwaiting } from '../parts/awaiting.tsx';
import { useInvented } from '../parts/invented.ts';
import { Section } from '../parts/page.tsx';
import { changed, n } from '../parts/quantities.ts';
import { saidBy, Sentence } from '../parts/sentence.tsx';
import { useSaid } from '../parts/states.tsx';
import { type Bulletin } from './bulletin.ts';
import { both } from './graded.tsx';
import css from './figures.module.css';
import { Open, OpenBefore, OpenTimes } from './open-number.tsx';
import { bothGrades, type BulletinPart, openingOf, whole } from './opening.ts';
import { type Figure, type useYearBefore } from './questions.ts';
import { type Scope } from './scope.ts';

type Defined =
  | 'batches'
  | 'sessionsHeld'
  | 'personTimes'
  | 'registered'
  | 'declared'
  | 'unverified'
  | 'people'
  | 'attendances'
  | 'unidentified'
  | 'creditHours';

/** The line of the bulletin as a sentence; each of its numbers opens. */
export function BulletinLine({ line, period }: { line: Bulletin; period: string }) {
  const { t } = useTranslation();
  const { to } = useAddress();
  const { message } = App.useApp();
  const invented = useInvented();
  const sentence = t('figures.line.sentence', {
    batches: n(line.batches),
    sessions: n(line.sessionsHeld),
    backbone: n(line.backbone),
    demonstration: n(line.demonstration),
    other: n(line.other.registered + line.other.declared),
  });
  const awaiting = useAwaiting();
  const part = (open: BulletinPart) => (words: string) =>
    awaiting ? (
      words
    ) : (
      <Link className={css.number} to={to({ open, on: undefined })} preventScrollReset>
        {words}
      </Link>
    );
  const copy = async (): Promise<void> => {
    const text = [`${period}:${saidBy(sentence)}`, invented && t('figures.line.invented', { invented })].filter(Boolean).join('');
    try {
      await navigator.clipboard.writeText(text);
      void message.success(t('all.copied'));
    } catch {
      // Over plain HTTP a page may not copy by itself: the text is shown, to be copied by hand.
      void message.info(text, 12);
    }
  };
  return (
    <Section
      title={t('figures.line.title')}
      note={t('figures.line.whole')}
      tools={<Tool onPress={() => void copy()}>{t('figures.line.wechat')}</Tool>}
    >
      <p className={css.line}>
        <span className={css.sentence}>
          <Sentence
            of={sentence}
            draw={{
              b: () => <Open at={{ measure: 'batches', kind: whole, audience: whole }} value={line.batches} />,
              s: () => <Open at={{ measure: 'sessionsHeld', kind: whole, audience: whole }} value={line.sessionsHeld} />,
              k: part('backbone'),
              d: part('demonstration'),
              o: part('other'),
            }}
          />
        </span>
      </p>
    </Section>
  );
}

interface CardsProps {
  scope: Scope;
  total: Figure;
  before: ReturnType<typeof useYearBefore>;
  period: string;
}

/** The main figures of the scope, each with its definition and the same of a year before. */
export function Cards({ scope, total, before: asked, period }: CardsProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const told = asked.data?.total;
  const isEmpty = told !== undefined && both(told) + told.batches + told.sessionsHeld + told.unverified + told.unidentified === 0;
  const before = isEmpty ? undefined : told;
  const { registered, declared } = total.personTimes;
  return (
    <>
      <dl className={css.figures} aria-label={t('figures.cards.label')}>
        <Card scope={scope} what="personTimes" now={both(total)} before={before && both(before)}>
          <OpenTimes value={both(total)} />
          <small>
            {t('domain.measure.registered')} <Open at={{ measure: 'personTimes.registered' }} value={registered} /> +{' '}
            {t('domain.measure.declared')} <Open at={{ measure: 'personTimes.declared' }} value={declared} />
          </small>
        </Card>
        <Card scope={scope} what="people" now={total.people} before={before?.people}>
          <Open at={{ measure: 'people' }} value={total.people} />
        </Card>
        <Card scope={scope} what="batches" now={total.batches} before={before?.batches}>
          <Open at={{ measure: 'batches' }} value={total.batches} />
        </Card>
        <Card scope={scope} what="sessionsHeld" now={total.sessionsHeld} before={before?.sessionsHeld}>
          <Open at={{ measure: 'sessionsHeld' }} value={total.sessionsHeld} />
        </Card>
        <Card scope={scope} what="attendances" now={total.attendances} before={before?.attendances}>
          <Open at={{ measure: 'attendances' }} value={total.attendances} />
        </Card>
        <Card scope={scope} what="unverified" now={total.unverified} before={before?.unverified}>
          <span className={css.outline}>
            <Open at={{ measure: 'unverified' }} value={total.unverified} />
          </span>
        </Card>
        <Card scope={scope} what="unidentified" now={total.unidentified} before={before?.unidentified}>
          <Open at={{ measure: 'unidentified' }} value={total.unidentified} />
        </Card>
        <Card scope={scope} what="creditHours" now={null}>
          {n(total.creditHours)}
        </Card>
      </dl>
      {isEmpty && <p className={`note ${css.before}`}>{t('figures.cards.noLastYear', { period })}</p>}
      {asked.isError && told === undefined && (
        <p className={`note ${css.before}`} role="alert">
          {t('figures.cards.lastYearFailed', { why: said(asked.error) })}{' '}
          <button type="button" onClick={() => void asked.refetch()}>
            {t('all.retry')}
          </button>
        </p>
      )}
    </>
  );
}

interface CardProps {
  scope: Scope;
  what: Defined;
  now: number | null;
  before?: number;
  children: ReactNode;
}

function Card({ scope, what, now, before, children }: CardProps) {
  const { t } = useTranslation();
  const [big, ...small] = Array.isArray(children) ? children : [children];
  return (
    <div className={css.card}>
      <dt>
        {t(`domain.measure.${what}`)}
        <Popover trigger="click" content={<div style={{ maxWidth: 300 }}>{t(`figures.define.${what}`)}</div>}>
          <button
            type="button"
            className={`${css.define} offPaper`}
            aria-label={`${t('figures.cards.definition')}: ${t(`domain.measure.${what}`)}`}
          >
            ?
          </button>
        </Popover>
      </dt>
      <dd className={css.big}>{big}</dd>
      {small.map((one, i) => (
        <dd key={i} className={css.small}>
          {one}
        </dd>
      ))}
      <dd className={css.small}>
        {now !== null && before !== undefined && <LastYear scope={scope} what={what} now={now} before={before} />}
      </dd>
    </div>
  );
}

/** The same of the year before, which opens as any number does. */
function LastYear({ scope, what, now, before }: { scope: Scope; what: Defined; now: number; before: number }) {
  const { t } = useTranslation();
  const measure = measures.find((one) => one === what);
  const at = measure ? openingOf({ measure }, before) : { open: bothGrades };
  const sentence =
    before === 0 ? t('figures.cards.lastYearNought') : t('figures.cards.lastYear', { before: n(before), change: changed(now, before) });
  return (
    <Sentence
      of={sentence}
      draw={{
        b: (words) => (
          <OpenBefore scope={scope} at={at}>
            {words}
          </OpenBefore>
        ),
      }}
    />
  );
}
