import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, byId, once, Problem, told } from '../../api/client.ts';
import { Picker } from '../parts/picker.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Fault } from '../parts/states.tsx';
import { MergePreview } from './merge-preview.tsx';
import css from './people.module.css';
import { peopleChanged, type Person, readPerson, searchPeople } from './questions.ts';

/** Two records become one person: which is kept, and what that does to the figures, before it is done. */
export function MergeSheet({ person, other: known, onClose }: { person: Person; other?: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [other, setOther] = useState(known);
  const [found, setFound] = useState<readonly Person[]>([]);
  const [keepsOther, setKeepsOther] = useState(false);
  const [key, setKey] = useState(once);
  const [problem, setProblem] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const [kept, goes] = keepsOther && other ? [other, person] : [person, other];
  const find = async (q: string) => {
    const { items } = await searchPeople({ limit: 20, ...(q && { q }) });
    const others = items.filter(({ id }) => id !== person.id);
    setFound((before) => [...before, ...others]);
    return others.map(({ id, name, unit, born, phoneLast4 }) => ({
      value: id,
      label: name,
      hint: [unit, born, phoneLast4 && `…${phoneLast4}`].filter(Boolean).join(' '),
    }));
  };
  // Another wish is not the answer to the one before.
  const wish = (change: () => void): void => {
    change();
    setKey(once());
    setProblem(undefined);
  };
  /** Somebody changed one of them: what is compared, and what the figures will do, is looked at anew before it is merged. */
  const lookAgain = async (one: Person): Promise<void> => {
    peopleChanged(client);
    setOther(await readPerson(one.id));
    setKey(once());
  };
  const merge = async (): Promise<void> => {
    if (!goes || !other) return;
    setSending(true);
    setProblem(undefined);
    try {
      const body = { intoId: kept.id, version: goes.version, intoVersion: kept.version };
      await told(api.POST('/v1/people/{id}/merge', { params: { path: byId(goes.id) }, body, headers: key }));
      peopleChanged(client);
      void message.success(t('people.merge.done'));
      onClose();
      void navigate(`/people/${kept.id}`);
    } catch (refused) {
      setProblem(refused);
      if (refused instanceof Problem && refused.code === 'versionMismatch') await lookAgain(other).catch(setProblem);
    } finally {
      setSending(false);
    }
  };
  const named = (one: Person): string =>
    [t('people.merge.keeps', { name: one.name, unit: one.unit }), one.born, one.code].filter(Boolean).join(' · ');
  return (
    <Sheet
      title={t('people.merge.title')}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onClick={onClose}>{t('all.cancel')}</Button>
          <Button type="primary" disabled={!goes} loading={sending} onClick={() => void merge()}>
            {t('people.merge.doMerge')}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Fault problem={problem} />}
      {!known && (
        <Picker
          of={['people to merge with', person.id]}
          placeholder={t('people.merge.find')}
          value={other?.id}
          find={find}
          onChange={(id) => wish(() => setOther(found.find((one) => one.id === id)))}
        />
      )}
      {other ? (
        <>
          <h3 className={css.subhead}>{t('people.merge.keep')}</h3>
          <Radio.Group className={css.keep} value={keepsOther} onChange={({ target }) => wish(() => setKeepsOther(Boolean(target.value)))}>
            <Radio value={false}>{named(person)}</Radio>
            <Radio value={true}>{named(other)}</Radio>
          </Radio.Group>
          {looksDifferent(person, other) && <p className={css.differs}>{t('people.merge.differs')}</p>}
          <p className="note">{t('people.merge.keepHint')}</p>
          <h3 className={css.subhead}>{t('people.merge.figures')}</h3>
          <MergePreview id={goes!.id} into={kept.id} versions={[goes!.version, kept.version]} />
        </>
      ) : (
        <p className="note">{t('people.merge.pick')}</p>
      )}
    </Sheet>
  );
}

/** Another name, or two birth dates: worth a second look before two people become one. */
const looksDifferent = (a: Person, b: Person): boolean => a.name !== b.name || (a.born !== null && b.born !== null && a.born !== b.born);
