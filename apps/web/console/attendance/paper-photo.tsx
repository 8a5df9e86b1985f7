import { Button } from 'antd';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './paper.module.css';

const zooms = [1, 1.5, 2, 3, 4];
/** More points than this no screen shows, and old browsers do not draw. */
const widest = 4_000;

/** The photo of the sheet. It is drawn from the reader's own file and never leaves the browser. */
export function PaperPhoto() {
  const { t } = useTranslation();
  const [image, setImage] = useState<ImageBitmap>();
  const [failed, setFailed] = useState(false);
  const [turns, setTurns] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [over, setOver] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);

  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      const read = await createImageBitmap(chosen);
      const small = read.width > widest ? await createImageBitmap(read, { resizeWidth: widest, resizeQuality: 'high' }) : read;
      setImage(small);
      setFailed(false);
      setZoom(0);
      setTurns(small.width > small.height * 1.2 ? 0 : turns);
    } catch {
      setFailed(true);
    }
  };

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !image) return;
    const lies = turns % 2 === 1;
    const [width, height] = lies ? [image.height, image.width] : [image.width, image.height];
    context.canvas.width = width;
    context.canvas.height = height;
    context.translate(width / 2, height / 2);
    context.rotate((turns * Math.PI) / 2);
    context.drawImage(image, -image.width / 2, -image.height / 2);
  }, [image, turns]);

  const drag = (event: PointerEvent): void => {
    if (event.buttons !== 1 || !box.current) return;
    box.current.scrollLeft -= event.movementX;
    box.current.scrollTop -= event.movementY;
  };

  return (
    <section
      className={css.photo}
      aria-label={t('attendance.photo.label')}
      data-over={over}
      data-empty={image === undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('attendance.photo.choose')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <div className={css.photoTools}>
        <Button onClick={() => file.current?.click()}>{t(image ? 'attendance.photo.other' : 'attendance.photo.choose')}</Button>
        {image && (
          <>
            <Button disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} aria-label={t('attendance.photo.smaller')}>
              −
            </Button>
            <Button disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)} aria-label={t('attendance.photo.larger')}>
              +
            </Button>
            <Button onClick={() => setTurns((turns + 1) % 4)}>{t('attendance.photo.turn')}</Button>
          </>
        )}
      </div>
      {failed && (
        <p className={css.caution} role="alert">
          {t('attendance.photo.failed')}
        </p>
      )}
      {image ? (
        <div ref={box} className={css.photoBox} tabIndex={0} role="region" aria-label={t('attendance.photo.label')} onPointerMove={drag}>
          <canvas ref={canvas} role="img" aria-label={t('attendance.photo.label')} style={{ width: `${zooms[zoom]! * 100}%` }} />
        </div>
      ) : (
        <p className={css.drop}>{t('attendance.photo.drop')}</p>
      )}
      <p className="note">{t('attendance.photo.stays')}</p>
    </section>
  );
}
