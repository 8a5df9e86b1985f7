import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, byId, ifMatch, told } from '../../api/client.ts';
import { useChanged } from '../classes/questions.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import css from './roster.module.css';
import { type Line } from './questions.ts';

type Fields = Pick<Line, 'rosterNo' | 'team'>;

/** Number and team of one line of the roster. */
export function EditLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const changed = useChanged();
  const labels = { rosterNo: t('roster.no'), team: t('roster.team') };
  const path = byId(line.id);
  const read = async () => {
    const { rosterNo, team, version } = await told(api.GET('/v1/enrollments/{id}', { params: { path } }));
    return { values: { rosterNo, team }, version };
  };
  const send = ({ rosterNo, team }: Fields, version: number) =>
    told(
      api.PATCH('/v1/enrollments/{id}', {
        params: { path, header: ifMatch(version) },
        body: { rosterNo: rosterNo ?? null, team: team?.trim() ? team : null },
      }),
    );
  return (
    <FormSheet
      title={t('roster.editTitle', { name: line.name })}
      form={form}
      initial={{ rosterNo: line.rosterNo, team: line.team }}
      send={send}
      onClose={onClose}
      onDone={changed}
      shared={{ version: line.version, read, labels }}
    >
      <p className={css.who}>{line.unit}</p>
      <Form.Item name="rosterNo" label={labels.rosterNo}>
        <InputNumber min={1} max={9_999} precision={0} autoFocus />
      </Form.Item>
      <Form.Item name="team" label={labels.team}>
        <Input maxLength={40} />
      </Form.Item>
    </FormSheet>
  );
}
