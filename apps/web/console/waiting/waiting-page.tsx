import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { NarrowedOnPaper, PaperFoot } from '../parts/paper.tsx';
import { Empty } from '../parts/states.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { useMay } from '../session/me.ts';
import { useUnitName } from '../units/unit-name.ts';
import { disagreement, disputesOf } from './disputes.ts';
import { DisputesList } from './disputes-list.tsx';
import { HeadsList } from './heads-list.tsx';
import { MarksList } from './marks-list.tsx';
import { countOf, type Narrowing, useMarksThatNeed, useSettled, useWaitingHeads } from './questions.ts';
import { type WaitingTab, waitingTabs } from './tabs.ts';
import css from './waiting.module.css';

const isDate = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What waits for a person: heads to verify, marks to decide about, disputes to settle. Each list empties as it is worked through. */
export function WaitingPage() {
  const { t } = useTranslation();
  const { get, set, to } = useAddress();
  const may = useMay();
  const [verifies, settles] = [may('headCount.verify'), may('attendance.settle')];
  const allowed = waitingTabs.filter((tab) => (tab === 'heads' ? verifies : settles));
  const filter: Narrowing = {
    ...(get('unit') && { unit: get('unit') }),
    ...(isDate(get('from')) && { from: get('from') }),
    ...(isDate(get('to')) && { to: get('to') }),
    ...(get('late') === 'true' && { late: true as const }),
  };
  const unitName = useUnitName(filter.unit);
  const settled = useSettled();
  const heads = useWaitingHeads(filter, verifies);
  const decisions = useMarksThatNeed('decision', filter, settles);
  const matches = useMarksThatNeed('match', filter, settles);
  const settling = useMarksThatNeed('settling', filter, settles);
  const disputes = disputesOf(settling.rows, settling.hasNextPage).filter(({ marks }) => !settled.hidden.has(disagreement(marks)));
  const tab: WaitingTab | undefined = allowed.find((one) => one === get('tab')) ?? allowed[0];
  const filtered = Object.keys(filter).length > 0;
  const clear = (): void => set({ unit: undefined, from: undefined, to: undefined, late: undefined });
  if (!tab) return <Page title={t('waiting.title')}>{<Empty title={t('waiting.notYours')}>{t('waiting.notYoursHint')}</Empty>}</Page>;
  const counts: Record<WaitingTab, string> = {
    heads: countOf([heads], settled.hidden),
    marks: countOf([decisions, matches], settled.hidden),
    disputes: settling.isPending ? '' : `${disputes.length}${settling.hasNextPage ? '+' : ''}`,
  };
  const common = { filtered, onClear: clear, settled };
  return (
    <Page title={t('waiting.title')} actions={settles && <Link to="/waiting/unsent">{t('waiting.unsent')}</Link>}>
      <nav className={css.tabs} aria-label={t('waiting.title')}>
        {allowed.map((one) => (
          <Link key={one} to={to({ tab: one })} aria-current={one === tab ? 'page' : undefined}>
            {t(`all.waiting.${one}`)} <span className={css.count}>{counts[one]}</span>
          </Link>
        ))}
      </nav>
      <NarrowedOnPaper by={[t(`all.waiting.${tab}`), unitName, filter.from, filter.to, filter.late && t('waiting.filter.late')]} />
      <Filters>
        <UnitPicker value={filter.unit} name={unitName} width={180} onChange={(unit) => set({ unit })} />
        <Day of="from" value={filter.from} onChange={(from) => set({ from })} />
        <Day of="to" value={filter.to} onChange={(until) => set({ to: until })} />
        <Select
          aria-label={t('waiting.filter.late')}
          style={{ width: 120 }}
          value={filter.late ? 'late' : ''}
          options={[
            { value: '', label: t('waiting.filter.any') },
            { value: 'late', label: t('waiting.filter.late') },
          ]}
          onChange={(value: string) => set({ late: value ? 'true' : undefined })}
        />
      </Filters>
      {tab === 'heads' && <HeadsList list={heads} {...common} />}
      {tab === 'marks' && <MarksList decisions={decisions} matches={matches} filter={filter} {...common} />}
      {tab === 'disputes' && <DisputesList list={settling} disputes={disputes} {...common} />}
      <PaperFoot />
    </Page>
  );
}

function Day({ of, value, onChange }: { of: 'from' | 'to'; value: string | undefined; onChange: (day: string | undefined) => void }) {
  const { t } = useTranslation();
  return (
    <label className={css.day}>
      <span className="note">{t(`waiting.filter.${of}`)}</span>
      <Input type="date" value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)} style={{ width: 150 }} />
    </label>
  );
}
