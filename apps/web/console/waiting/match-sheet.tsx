import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.ts';
import { searchPeople } from '../people/questions.ts';
import { Picker } from '../parts/picker.tsx';
import { day } from '../parts/quantities.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Mark, type Settled } from './questions.ts';
import css from './waiting.module.css';

/** Who a walk-in was: people of that name first, those whose village or phone agrees on top; anybody else can be searched for. */
export function MatchSheet({ mark, settled, onClose, onDone }: { mark: Mark; settled: Settled; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [personId, setPersonId] = useState<string>();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { name = '', village, phoneTail } = mark.walkIn ?? {};
  const people = async (q: string, limit: number) => (await searchPeople({ limit, ...(q && { q }) })).items;
  const candidates = useQuery({ queryKey: ['people', 'candidates', name], queryFn: () => people(name, 50) });
  const agrees = (one: { unit: string; phoneLast4: string | null }): { unit: boolean; phone: boolean } => ({
    unit: Boolean(village) && (one.unit.includes(village!.replace(/村$/, '')) || village!.includes(one.unit)),
    phone: Boolean(phoneTail) && one.phoneLast4 === phoneTail,
  });
  const ranked = (candidates.data ?? [])
    .map((one) => ({ ...one, ...agrees(one), unitName: one.unit }))
    .sort((a, b) => Number(b.phone) * 2 + Number(b.unit) - Number(a.phone) * 2 - Number(a.unit));
  const send = async (): Promise<void> => {
    if (personId === undefined) return;
    setSending(true);
    setProblem(undefined);
    try {
      const deed = `match ${mark.id} ${personId}`;
      const header = settled.keyOf(deed);
      await told(api.POST('/v1/marks/{id}/decide', { params: { path: { id: mark.id }, header }, body: { decision: 'match', personId } }));
      settled.forget(deed);
      onDone();
      onClose();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <Sheet
      title={t('waiting.match.title', { name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('all.cancel')}</Button>
          <Button type="primary" disabled={personId === undefined} loading={sending} onClick={() => void send()}>
            {t('waiting.match.send')}
          </Button>
        </>
      }
    >
      <p>{[name, village, phoneTail && t('waiting.match.tail', { tail: phoneTail })].filter(Boolean).join(' · ')}</p>
      <p className="soft">
        {day(mark.date)} {t(`domain.dayPart.${mark.dayPart}`)} · {mark.topic} · {mark.className}
      </p>
      {problem !== undefined && <Fault problem={problem} />}
      <h3 className={css.subhead}>{t('waiting.match.candidates')}</h3>
      {candidates.isPending && <Skeleton rows={3} />}
      {candidates.isError && <Fault problem={candidates.error} again={() => void candidates.refetch()} />}
      {candidates.data && ranked.length === 0 && <p className="soft">{t('waiting.match.none')}</p>}
      <Radio.Group className={css.candidates} value={personId} onChange={({ target }) => setPersonId(target.value as string)}>
        {ranked.map((one) => (
          <Radio key={one.id} value={one.id}>
            <bdi>{one.name}</bdi>{' '}
            <span className="soft">{[one.unitName, one.phoneLast4 ?? one.idNumberLast4].filter(Boolean).join(' ·')}</span>
            {(one.phone || one.unit) && (
              <span className={css.agrees}>
                {[one.unit && t('waiting.match.sameUnit'), one.phone && t('waiting.match.samePhone')].filter(Boolean).join(' · ')}
              </span>
            )}
          </Radio>
        ))}
      </Radio.Group>
      <h3 className={css.subhead}>{t('waiting.match.other')}</h3>
      <Picker
        of={['people']}
        value={ranked.some((one) => one.id === personId) ? undefined : personId}
        placeholder={t('waiting.match.search')}
        onChange={setPersonId}
        find={async (q) =>
          (await people(q, 30)).map((one) => ({
            value: one.id,
            label: one.name,
            hint: [one.unit, one.phoneLast4].filter(Boolean).join(' ·'),
          }))
        }
      />
      <p className="note">{t('waiting.match.will', { class: mark.className })}</p>
    </Sheet>
  );
}
