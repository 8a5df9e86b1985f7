import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, once, told } from '../../api/client.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Fault } from '../parts/states.tsx';
import { MergePreview } from './merge-preview.tsx';
import { peopleChanged, type Person } from './questions.ts';

/** A merge is taken back, exactly that one; what that does to the figures is said before. */
export function UnmergeSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [key] = useState(once);
  const [problem, setProblem] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const undo = async (): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    try {
      await told(api.POST('/v1/people/{id}/unmerge', { params: { path: byId(person.id) }, headers: key }));
      peopleChanged(client);
      void message.success(t('people.merge.undone'));
      onClose();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <Sheet
      title={`${t('people.merge.undo')} · ${person.name} ${person.unit}`}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onClick={onClose}>{t('all.cancel')}</Button>
          <Button type="primary" loading={sending} onClick={() => void undo()}>
            {t('people.merge.doUndo')}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Fault problem={problem} />}
      <MergePreview id={person.id} into={undefined} />
    </Sheet>
  );
}
