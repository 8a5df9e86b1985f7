import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { Section } from '../parts/page.tsx';
import { useSaid } from '../parts/states.tsx';
import { type Unit, unitsChanged } from './questions.ts';

/** Whether sessions of the unit, and of all under it, may be photographed. */
export function PhotosSwitch({ unit, above, canChange }: { unit: Unit; above: boolean; canChange: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const client = useQueryClient();
  const [going, setGoing] = useState(false);
  const { id, version, photos } = unit;
  const turn = async (): Promise<void> => {
    setGoing(true);
    try {
      await told(api.PATCH('/v1/units/{id}', { params: { path: byId(id), header: ifMatch(version) }, body: { photos: !photos } }));
      void message.success(t('all.saved'));
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setGoing(false);
      unitsChanged(client);
    }
  };
  return (
    <Section
      title={t('units.photos.title')}
      tools={
        canChange && (
          <button type="button" disabled={going} onClick={() => void turn()}>
            {t(photos ? 'units.photos.turnOff' : 'units.photos.turnOn')}
          </button>
        )
      }
    >
      <p>{t(photos ? 'units.photos.on' : above ? 'units.photos.above' : 'units.photos.off')}</p>
      <p className="note">{t('units.photos.note')}</p>
    </Section>
  );
}
