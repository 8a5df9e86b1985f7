import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { FormSheet } from '../parts/form-sheet.tsx';
import { useUnitName } from '../units/unit-name.ts';
import css from './people.module.css';
import { detailsOf, type PersonValues, useWordsOfPerson, valuesOf } from './person-values.ts';
import { PersonFields } from './person-fields.tsx';
import { peopleChanged, type Person, readPerson, searchPeople } from './questions.ts';

/** Puts somebody on the register; a person of the same name in the unit is shown before there are two of them. */
export function NewPerson({ unit, onClose }: { unit?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<PersonValues>();
  const [key] = useState(once);
  const unitName = useUnitName(unit);
  const send = async (values: PersonValues): Promise<void> => {
    const { unitFrom } = values;
    const body = { ...detailsOf(values), name: values.name, unitId: values.unitId!, ...(unitFrom ? { unitFrom } : {}) };
    const { id } = await told(api.POST('/v1/people', { body, headers: key }));
    peopleChanged(client);
    void navigate(`/people/${id}`);
  };
  return (
    <FormSheet<PersonValues>
      title={t('people.form.new')}
      form={form}
      initial={{ unitId: unit, gender: '', education: '', minority: '' }}
      send={send}
      onClose={onClose}
    >
      <PersonFields unitName={unitName} note={<SameName name={Form.useWatch('name', form)} unit={Form.useWatch('unitId', form)} />} />
    </FormSheet>
  );
}

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<PersonValues>();
  const { labels, say } = useWordsOfPerson();
  const { id } = person;
  const send = async (values: PersonValues, version: number): Promise<void> => {
    const body = { ...detailsOf(values), name: values.name };
    await told(api.PATCH('/v1/people/{id}', { params: { path: byId(id), header: ifMatch(version) }, body }));
  };
  const read = async () => {
    const now = await readPerson(id);
    return { values: valuesOf(now), version: now.version };
  };
  return (
    <FormSheet<PersonValues>
      title={t('people.form.edit', { name: person.name })}
      form={form}
      initial={valuesOf(person)}
      send={send}
      onClose={onClose}
      onDone={() => peopleChanged(client)}
      shared={{ version: person.version, read, labels, say }}
    >
      <PersonFields person={person} />
    </FormSheet>
  );
}

function SameName({ name, unit }: { name: string | undefined; unit: string | undefined }) {
  const { t } = useTranslation();
  const wanted = name?.trim() ?? '';
  const { data } = useQuery({
    queryKey: ['people', 'of this name', wanted, unit],
    enabled: wanted.length >= 2 && unit !== undefined,
    queryFn: () => searchPeople({ q: wanted, unit, limit: 20 }),
  });
  const same = data?.items.filter((person) => person.name === wanted) ?? [];
  if (same.length === 0) return null;
  return (
    <div className={css.same} role="status">
      <p>{t('people.form.sameName')}</p>
      <ul>
        {same.map((person) => (
          <li key={person.id}>
            <Link to={`/people/${person.id}`} target="_blank">
              {person.name}
            </Link>{' '}
            {person.unit} {person.born} {person.phoneLast4 && `…${person.phoneLast4}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
