import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, Problem, type Shown, told } from '../../api/client.ts';
import { OneUnit } from '../classes/pickers.tsx';
import { useChanged } from '../classes/questions.ts';
import { searchPeople } from '../people/questions.ts';
import { usePagesOf } from '../parts/pages-of.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useUnsaved } from '../parts/unsaved.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Line } from './questions.ts';
import css from './roster.module.css';
import { listed } from '../parts/quantities.ts';

type Person = Shown<'PersonView'>;
/** As many as one request may bring. */
const most = 500;

/** Finds people in the register, by unit and name, and puts all that were ticked on the roster at once. */
export function AddPeople({ classId, people, onClose }: { classId: string; people: readonly Line[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = useChanged();
  const [key, setKey] = useState(once);
  const [q, setQ] = useState<string>();
  const [unit, setUnit] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Person>>(new Map());
  const [team, setTeam] = useState('');
  const [first, setFirst] = useState<number | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const list = usePagesOf(['people', 'pick', q, unit], (cursor) =>
    searchPeople({ limit: 100, ...(q && { q }), ...(unit && { unit }), ...(cursor && { cursor }) }),
  );
  const enrolled = new Set(people.map((line) => line.personId));
  const free = list.rows.filter((person) => !enrolled.has(person.id));

  const { leave, question, guard } = useUnsaved(chosen.size > 0, onClose, isSending);

  const choose = (next: ReadonlyMap<string, Person>): void => {
    setChosen(next);
    // Another list is another wish: it is not the answer to the one before.
    setKey(once());
  };
  const toggle = (person: Person): void => {
    const next = new Map(chosen);
    if (!next.delete(person.id) && next.size < most) next.set(person.id, person);
    choose(next);
  };
  const all = (): void => choose(new Map([...chosen, ...free.map((one) => [one.id, one] as const)].slice(0, most)));

  const send = async (): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    const lines = [...chosen.keys()].map((personId, place) => ({
      personId,
      ...(first !== null && { rosterNo: Math.min(first + place, 9_999) }),
      ...(team.trim() && { team: team.trim() }),
    }));
    try {
      const { ids } = await told(api.POST('/v1/enrollments', { headers: key, body: { classId, people: lines } }));
      void message.success(t('roster.add.done', { count: ids.length }));
      changed();
      onClose();
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'alreadyEnrolled') {
        const already = new Set(refused.facts.personIds as string[]);
        choose(new Map([...chosen].filter(([id]) => !already.has(id))));
        void message.warning(t('roster.add.someAlready', { count: already.size }));
        changed();
      } else setProblem(refused);
    } finally {
      setSending(false);
    }
  };

  return (
    <Sheet
      title={t('roster.addTitle')}
      onClose={leave}
      keeps={chosen.size > 0}
      wide
      foot={
        question || (
          <>
            <span className={css.chosen} role="status">
              {chosen.size > 0 ? t('roster.add.chosen', { count: chosen.size }) : t('roster.add.none')}
            </span>
            <Button onClick={leave}>{t('all.cancel')}</Button>
            <Button type="primary" disabled={chosen.size === 0} loading={isSending} onClick={() => void send()}>
              {t('roster.add.submit', { count: chosen.size })}
            </Button>
          </>
        )
      }
    >
      {guard}
      {problem !== undefined && <Fault problem={problem} kept />}
      <div className={css.bar}>
        <SearchBox value={q} placeholder={t('roster.add.search')} onChange={setQ} />
        <OneUnit width={170} placeholder={t('all.unit')} value={unit} onChange={setUnit} />
        <Button onClick={all} disabled={free.length === 0}>
          {t('roster.add.all')}
        </Button>
        {chosen.size > 0 && (
          <Button type="link" onClick={() => choose(new Map())}>
            {t('roster.add.clear')}
          </Button>
        )}
      </div>
      {chosen.size > 0 && (
        <>
          <p className={css.names}>{listed([...chosen.values()].map((one) => one.name))}</p>
          <div className={css.details}>
            <label>
              <span>{t('roster.add.team')}</span>
              <Input maxLength={40} value={team} placeholder={t('roster.add.teamHint')} onChange={(event) => setTeam(event.target.value)} />
            </label>
            <label>
              <span>{t('roster.add.number')}</span>
              <InputNumber min={1} max={9_999} precision={0} value={first} placeholder={t('roster.add.teamHint')} onChange={setFirst} />
            </label>
          </div>
        </>
      )}
      {list.isPending && <Skeleton rows={8} />}
      {list.isError && <Fault problem={list.error} again={() => void list.refetch()} />}
      {list.data && list.rows.length === 0 && <p className="soft">{t('all.noResult')}</p>}
      <ul className={css.pick}>
        {list.rows.map((person) => (
          <li key={person.id}>
            <Checkbox
              checked={chosen.has(person.id) || enrolled.has(person.id)}
              disabled={enrolled.has(person.id)}
              onChange={() => toggle(person)}
            >
              <b>{person.name}</b> <span className="soft">{person.unit}</span>{' '}
              <span className="note">
                {[person.phoneLast4 ?? person.idNumberLast4, t(`domain.audience.${person.audience}`)].filter(Boolean).join(' · ')}
              </span>
              {enrolled.has(person.id) && <span className="note"> {t('roster.add.already')}</span>}
            </Checkbox>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('all.moreRows')}
        </Button>
      )}
    </Sheet>
  );
}
