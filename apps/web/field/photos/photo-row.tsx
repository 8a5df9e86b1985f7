import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../../console/parts/quantities.ts';
import { clockAt } from '../clock.ts';
import { bytesOf, type KeptPhoto } from '../kept/photos.ts';
import { phone, usePhone } from '../use-phone.ts';
import css from './photos.module.css';

/** A photo on the phone, with what became of it. */
export function PhotoRow({ photo }: { photo: KeptPhoto }) {
  const { t } = useTranslation();
  const session = usePhone(({ sessions }) => sessions.get(photo.sessionId));
  const isOwn = usePhone(({ holder }) => holder?.instructorId === photo.by);
  const { state, tried, code } = photo;
  return (
    <li className={css.photo} data-state={state}>
      {isOwn && <Small seq={photo.seq} />}
      <div>
        <p>
          <b>{t('field.photos.one')}</b> {clockAt(photo.at)}
        </p>
        {session && <p className={css.session}>{`${day(session.date, { year: false })} ${session.topic}`}</p>}
        <p className={css.what}>
          {t(`field.records.${state === 'waiting' && tried ? 'tried' : state}`)}
          {code && ` · ${t('field.records.reason', { reason: t([`refusals.${code}`, 'refusals.unexpected']) })}`}
        </p>
        {state === 'refused' && isOwn && (
          <button type="button" onClick={() => void phone.photos.sendAgain(photo)}>
            {t('field.records.again')}
          </button>
        )}
        {isOwn && (state === 'refused' || !tried) && (
          <button type="button" onClick={() => void phone.photos.takeBack(photo)}>
            {t(state === 'refused' ? 'field.photos.drop' : 'field.photos.back')}
          </button>
        )}
      </div>
    </li>
  );
}

/** The photo itself, small: drawn from what is kept, since no address leads to it. */
function Small({ seq }: { seq: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      const bytes = await bytesOf(seq);
      const picture = bytes && (await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })));
      const at = canvas.current;
      if (!picture || !at || !isCurrent) return;
      at.height = Math.round((at.width * picture.height) / picture.width);
      at.getContext('2d')!.drawImage(picture, 0, 0, at.width, at.height);
      picture.close();
    };
    void draw().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [seq]);
  return <canvas ref={canvas} width={160} height={120} aria-hidden />;
}
