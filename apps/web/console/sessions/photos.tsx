import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, type Shown, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Section } from '../parts/page.tsx';
import { moment } from '../parts/quantities.ts';
import { Fault } from '../parts/states.tsx';
import { useMay } from '../session/me.ts';
import css from './photos.module.css';
import { photosOf } from './questions.ts';

type Photo = Shown<'PhotoView'>;

/** What phones have shown of a session. Nothing of it is on the page where photos are switched off and there are none. */
export function Photos({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [removing, setRemoving] = useState<Photo>();
  const asked = useQuery(photosOf(sessionId));
  if (asked.isError) return <Fault problem={asked.error} again={() => void asked.refetch()} />;
  const { wanted = false, items = [] } = asked.data ?? {};
  if (!wanted && items.length === 0) return null;
  return (
    <Section title={t('sessions.photos.title')}>
      {items.length === 0 && <p className="soft">{t('sessions.photos.none')}</p>}
      <ul className={css.strip}>
        {items.map((photo) => {
          const when = t('sessions.photos.taken', { when: moment(photo.takenAt) });
          return (
            <li key={photo.id}>
              <a href={`/v1/photos/${photo.id}/file`} target="_blank" rel="noreferrer">
                <img src={`/v1/photos/${photo.id}/file`} alt={when} loading="lazy" />
              </a>
              <span className="note">{when}</span>
              {photo.by !== null && <bdi className="note">{photo.by}</bdi>}
              {photo.revokedDevice && <span className="note">{t('sessions.photos.revoked')}</span>}
              {may('attendance.settle') && (
                <button type="button" onClick={() => setRemoving(photo)} aria-label={`${t('sessions.photos.remove')} ${when}`}>
                  {t('sessions.photos.remove')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {removing && <RemovePhoto photo={removing} sessionId={sessionId} onClose={() => setRemoving(undefined)} />}
    </Section>
  );
}

function RemovePhoto({ photo, sessionId, onClose }: { photo: Photo; sessionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const [key] = useState(once);
  return (
    <FormSheet<{ reason: string }>
      title={t('sessions.photos.removeTitle')}
      form={form}
      initial={{}}
      submit={t('sessions.photos.remove')}
      danger
      send={(body) => told(api.POST('/v1/photos/{id}/remove', { params: { path: { id: photo.id } }, headers: key, body }))}
      onClose={onClose}
      onDone={() => void client.invalidateQueries({ queryKey: photosOf(sessionId).queryKey })}
    >
      <p>{t('sessions.photos.removePlain')}</p>
      <Form.Item
        name="reason"
        label={t('sessions.reason')}
        extra={t('sessions.reasonHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('all.field.required') }]}
        className={css.reason}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormSheet>
  );
}
