import { App, Button, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { cardText } from '#contract';
import { hasEnded, useClass, useOutlook } from '../classes/questions.ts';
import { QrCode } from '../devices/qr-code.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Fault, Skeleton, useSaid } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import css from './cards-page.module.css';
import { type Card, cardsOfClass, renewCard } from './questions.ts';

/** Ten to a sheet; so many are drawn at once, and a long roster is printed part by part. */
const perPart = 200;

/** The cards of a class, to be printed, cut and handed out: a phone in the field knows people by them. */
export function CardsPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const one = useClass(id);
  const outlook = useOutlook(id);
  const issued = useMutation({ mutationFn: () => cardsOfClass(id), gcTime: 0 });
  const [renewed, setRenewed] = useState<readonly Card[]>([]);
  const mayIssue = may('rosters.manage') && outlook.data?.manages === true && one.data !== undefined && !hasEnded(one.data);
  const newest = new Map(renewed.map((card) => [card.personId, card]));
  const cards = issued.data?.map((card) => newest.get(card.personId) ?? card);
  return (
    <Page
      title={t('roster.cards.title')}
      crumb={<Link to={`/classes/${id}?tab=roster`}>{one.data?.name ?? t('roster.paper.back')}</Link>}
      actions={
        cards &&
        cards.length > 0 && (
          <Button type="primary" onClick={() => window.print()}>
            {t('all.print')}
          </Button>
        )
      }
    >
      {one.isError && <Fault problem={one.error} again={() => void one.refetch()} />}
      {(one.isPending || outlook.isPending) && !one.isError && <Skeleton rows={8} />}
      {issued.isError && <Fault problem={issued.error} />}
      {one.data && outlook.data && !mayIssue && <Empty title={t('roster.cards.mayNot')} />}
      {mayIssue && !cards && (
        <div className={css.before}>
          <p>{t('roster.cards.before')}</p>
          <Button type="primary" loading={issued.isPending} onClick={() => issued.mutate()}>
            {t('roster.cards.show')}
          </Button>
        </div>
      )}
      {cards?.length === 0 && <Empty title={t('roster.cards.nobody')} />}
      {cards && cards.length > 0 && <Sheets classId={id} cards={cards} onRenewed={(card) => setRenewed([...renewed, card])} />}
    </Page>
  );
}

function Sheets({ classId, cards, onRenewed }: { classId: string; cards: readonly Card[]; onRenewed: (card: Card) => void }) {
  const { t } = useTranslation();
  const [which, setWhich] = useState<'all' | 'new'>('all');
  const [part, setPart] = useState(0);
  const fresh = cards.filter(({ isNew }) => isNew);
  const chosen = which === 'new' ? fresh : cards;
  const parts = Math.ceil(chosen.length / perPart);
  const shown = chosen.slice(part * perPart, (part + 1) * perPart);
  return (
    <>
      <div className={`${css.bar} offPaper`}>
        <Select
          aria-label={t('roster.cards.which')}
          style={{ width: 220 }}
          value={which}
          onChange={(next) => {
            setWhich(next);
            setPart(0);
          }}
          options={[
            { value: 'all', label: t('roster.cards.all', { count: cards.length }) },
            { value: 'new', label: t('roster.cards.new', { count: fresh.length }), disabled: fresh.length === 0 },
          ]}
        />
        {parts > 1 && (
          <Select
            aria-label={t('roster.cards.part')}
            style={{ width: 180 }}
            value={part}
            onChange={setPart}
            options={Array.from({ length: parts }, (_, i) => ({
              value: i,
              label: t('roster.cards.from', { from: i * perPart + 1, to: Math.min((i + 1) * perPart, chosen.length) }),
            }))}
          />
        )}
        <span className="note">{t('roster.cards.hint')}</span>
      </div>
      <ul className={css.cards} aria-label={t('roster.cards.title')}>
        {shown.map((card) => (
          <OneCard key={card.personId} classId={classId} card={card} onRenewed={onRenewed} />
        ))}
      </ul>
    </>
  );
}

function OneCard({ classId, card, onRenewed }: { classId: string; card: Card; onRenewed: (card: Card) => void }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const said = useSaid();
  const { personId, name, unit, code } = card;
  const renew = (): void =>
    void modal.confirm({
      title: t('roster.cards.renew.title', { name }),
      content: t('roster.cards.renew.consequence'),
      okText: t('roster.cards.renew.do'),
      onOk: async () => {
        try {
          onRenewed(await renewCard(classId, personId));
        } catch (problem) {
          void message.error(said(problem));
        }
      },
    });
  return (
    <li className={css.card}>
      <div className={css.who}>
        <span>{t('roster.cards.name')}</span>
        <b>{name}</b>
        <span>{unit}</span>
        <button type="button" className="offPaper" aria-label={t('roster.cards.renew.of', { name })} onClick={renew}>
          {t('roster.cards.renew.do')}
        </button>
      </div>
      <div className={css.qr}>
        <QrCode text={cardText(code)} label={t('roster.cards.qr', { name })} />
      </div>
    </li>
  );
}
