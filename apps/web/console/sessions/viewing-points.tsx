import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { OneSite, OneUnit } from '../classes/pickers.tsx';
import { useChanged } from '../classes/questions.ts';
import { type Register, seenName } from '../classes/seen.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { Section } from '../parts/page.tsx';
import { useSaid } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { readSession, type SessionOf } from './questions.ts';
import css from './sessions.module.css';

type Point = SessionOf['viewingPoints'][number];
const pointPath = (session: SessionOf, point: Point) => ({ ...byId(session.id), pointId: byId(point.id).id });

/** The rooms that follow a live lesson, and whose people sit there. */
export function ViewingPoints({ session, isOpen }: { session: SessionOf; isOpen: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const changed = useChanged();
  const [open, setOpen] = useState<Point | 'new'>();
  const remove = async (point: Point): Promise<void> => {
    const path = pointPath(session, point);
    try {
      await told(api.DELETE('/v1/sessions/{id}/viewing-points/{pointId}', { params: { path, header: ifMatch(session.version) } }));
      void message.success(t('sessions.points.removed', { name: point.name }));
    } catch (problem) {
      void message.error(said(problem));
    }
    changed();
  };
  const units = new Map(session.viewingPoints.map((point, place) => [point.id, session.labels.pointUnits[place]]));
  const columns: Column<Point>[] = [
    { key: 'name', title: t('sessions.points.name'), cell: (row) => row.name },
    { key: 'unit', title: t('sessions.points.unit'), cell: (row) => units.get(row.id) },
    ...(isOpen
      ? [
          {
            key: 'do',
            title: t('all.edit'),
            right: true,
            cell: (row: Point) => (
              <span className={css.rowDoing}>
                <button type="button" onClick={() => setOpen(row)} aria-label={`${t('all.edit')} ${row.name}`}>
                  {t('all.edit')}
                </button>
                <button type="button" onClick={() => void remove(row)} aria-label={`${t('sessions.points.remove')} ${row.name}`}>
                  {t('sessions.points.remove')}
                </button>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('sessions.points.title')}
      tools={
        isOpen && (
          <button type="button" onClick={() => setOpen('new')}>
            {t('sessions.points.add')}
          </button>
        )
      }
    >
      {session.viewingPoints.length === 0 ? (
        <p className="soft">{t('sessions.points.none')}</p>
      ) : (
        <Table label={t('sessions.points.title')} columns={columns} rows={session.viewingPoints} rowKey={(row) => row.id} />
      )}
      {open && <PointForm session={session} point={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

interface Fields {
  name: string;
  forUnitId: string;
  siteId?: string | null;
}

function PointForm({ session, point, onClose }: { session: SessionOf; point: Point | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const [form] = Form.useForm<Fields>();
  const [key] = useState(once);
  const labels = { name: t('sessions.points.name'), forUnitId: t('sessions.points.unit'), siteId: t('sessions.points.site') };
  const send = ({ siteId = null, ...values }: Fields, version: number): Promise<unknown> => {
    const body = { ...values, siteId };
    if (!point) return told(api.POST('/v1/sessions/{id}/viewing-points', { params: { path: byId(session.id) }, headers: key, body }));
    const path = pointPath(session, point);
    return told(api.PATCH('/v1/sessions/{id}/viewing-points/{pointId}', { params: { path, header: ifMatch(version) }, body }));
  };
  const read = async () => {
    const now = await readSession(session.id);
    return { values: now.viewingPoints.find((one) => one.id === point!.id) ?? {}, version: now.version };
  };
  const registers: Partial<Record<keyof Fields, Register>> = { forUnitId: 'unit', siteId: 'site' };
  const required = { required: true, message: t('all.field.required') };
  return (
    <FormSheet<Fields>
      title={t(point ? 'sessions.points.edit' : 'sessions.points.add')}
      form={form}
      initial={point ?? {}}
      send={send}
      onClose={onClose}
      onDone={changed}
      {...(point && {
        shared: {
          version: session.version,
          read,
          labels,
          say: (field: keyof Fields, value: unknown) => {
            const register = registers[field];
            return register && typeof value === 'string' ? seenName(register, value) : undefined;
          },
        },
      })}
    >
      <Form.Item name="forUnitId" label={labels.forUnitId} rules={[required]}>
        <OneUnit
          placeholder={labels.forUnitId}
          onChange={(unit) => {
            const name = seenName('unit', unit);
            if (name && !form.getFieldValue('name')) form.setFieldValue('name', name);
          }}
        />
      </Form.Item>
      <Form.Item name="name" label={labels.name} extra={t('sessions.points.nameHint')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="siteId" label={labels.siteId}>
        <OneSite placeholder={labels.siteId} />
      </Form.Item>
    </FormSheet>
  );
}
