import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAddress, useSought } from '../parts/address.ts';
import { Filters } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { useListed } from '../parts/pages-of.ts';
import { NarrowedOnPaper, PaperFoot } from '../parts/paper.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import css from './accounts.module.css';
import { AccountTabs } from './account-tabs.tsx';
import { AuditList } from './audit-list.tsx';
import { auditOf } from './questions.ts';
import { actions, nouns } from '../history/deed-words.ts';
import { useDeedWords } from '../history/use-deed-words.ts';

const none = { noun: undefined, id: undefined, by: undefined, action: undefined, from: undefined, to: undefined };
const day = (text: string | undefined): string | undefined => (text && /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) ? text : undefined);
const whole = (text: string | undefined): string | undefined => (text && /^\d{1,9}$/.test(text) ? text : undefined);
const word = (text: string | undefined): string | undefined => (text && /^[A-Za-z][A-Za-z.]{0,39}$/.test(text) ? text : undefined);

/** Searches who did what to what. */
export function AuditPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const [account] = useSought('account');
  const words = useDeedWords();
  const filter = {
    noun: word(get('noun')),
    id: get('id')?.slice(0, 40),
    by: whole(get('by')),
    account,
    action: word(get('action')),
    from: day(get('from')),
    to: day(get('to')),
  };
  // An account's deeds are linked to by its id; what it is called, each of them says.
  const whose = useListed(auditOf(filter), filter.by !== undefined).rows[0]?.account ?? undefined;
  const dayField = (name: 'from' | 'to', word: string) => (
    <label className={css.day}>
      <span className="note">{word}</span>
      <Input
        type="date"
        style={{ width: 150 }}
        aria-label={t(`accounts.audit.${name}`)}
        value={get(name) ?? ''}
        onChange={(event) => set({ [name]: event.target.value || undefined })}
      />
    </label>
  );
  return (
    <Page title={t('accounts.audit.title')}>
      <AccountTabs />
      <Filters>
        <SearchBox
          value={account ?? whose}
          onChange={(typed) => set({ by: undefined }, { aside: { account: typed }, replace: true })}
          placeholder={t('accounts.audit.byAccount')}
        />
        <Select
          aria-label={t('history.did')}
          style={{ width: 190 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.action ?? ''}
          options={[
            { value: '', label: t('accounts.audit.anyAction') },
            ...actions.map((action) => ({ value: action as string, label: words.action(action) })),
          ]}
          onChange={(action: string) => set({ action: action || undefined })}
        />
        <Select
          aria-label={t('accounts.audit.what')}
          style={{ width: 140 }}
          value={filter.noun ?? ''}
          options={[
            { value: '', label: t('accounts.audit.anyNoun') },
            ...nouns.map((noun) => ({ value: noun as string, label: words.noun(noun) })),
          ]}
          onChange={(noun: string) => set({ noun: noun || undefined })}
        />
        <SearchBox
          value={filter.id}
          onChange={(id) => set({ id }, { replace: true })}
          placeholder={t('accounts.audit.nounId')}
          width={110}
          maxLength={40}
        />
        {dayField('from', t('accounts.audit.since'))}
        {dayField('to', t('accounts.audit.until'))}
      </Filters>
      <NarrowedOnPaper
        by={[
          account ?? whose,
          filter.action && words.action(filter.action),
          filter.noun && words.noun(filter.noun),
          filter.id,
          filter.from && `${t('accounts.audit.since')} ${filter.from}`,
          filter.to && `${t('accounts.audit.until')} ${filter.to}`,
        ]}
      />
      <AuditList filter={filter} onClear={() => set(none, { aside: { account: undefined } })} />
      <PaperFoot />
    </Page>
  );
}
