import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goBackTo } from '../address.ts';
import { type KeptSession } from '../kept/shapes.ts';
import { type Taken } from '../phone/photos.ts';
import { Form } from '../screens/form.tsx';
import { Notice } from '../screens/notices.tsx';
import { phone, usePhone } from '../use-phone.ts';
import { PhotoRow } from './photo-row.tsx';
import css from './photos.module.css';
import { shrink } from './shrink.ts';

/** Photos of a session: the phone's own camera takes them, and what waits is shown until the county has it. */
export function Photos({ session }: { session: KeptSession }) {
  const { t } = useTranslation();
  const all = usePhone((standing) => standing.photos);
  const isRevoked = usePhone((standing) => standing.revoked !== null);
  const camera = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<Taken | 'unreadable' | 'making' | null>(null);
  const isClosed = isRevoked || session.hidden || !session.photos;
  const photos = all.filter(({ sessionId }) => sessionId === session.id);
  const keep = async (file: File): Promise<void> => {
    setSaid('making');
    const bytes = await shrink(file).catch(() => null);
    setSaid(bytes ? await phone.photos.keep(session.id, bytes) : 'unreadable');
  };
  return (
    <Form
      title={t('field.photos.title')}
      onLeave={() => goBackTo({ at: 'roll', sessionId: session.id })}
      foot={
        <>
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            aria-label={t('field.photos.take')}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) void keep(file);
            }}
          />
          <button
            type="button"
            className={`primary ${css.take}`}
            disabled={isClosed || said === 'making'}
            onClick={() => camera.current?.click()}
          >
            {t(said === 'making' ? 'field.photos.making' : photos.length > 0 ? 'field.photos.another' : 'field.photos.take')}
          </button>
        </>
      }
    >
      {isClosed && (
        <Notice tone="person">
          <p>{t('field.photos.closed')}</p>
        </Notice>
      )}
      {said !== null && said !== 'kept' && said !== 'making' && (
        <Notice tone="fault">
          <p>{t(`field.photos.said.${said}`)}</p>
        </Notice>
      )}
      <p className={css.note}>{t('field.photos.hint')}</p>
      {photos.length === 0 && <p className={css.note}>{t('field.photos.none')}</p>}
      <ul>
        {photos.map((photo) => (
          <PhotoRow key={photo.seq} photo={photo} />
        ))}
      </ul>
    </Form>
  );
}
