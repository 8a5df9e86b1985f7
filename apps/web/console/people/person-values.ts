import { useTranslation } from 'react-i18next';
import { educations, genders } from '#contract';
import { type Labels, type Say } from '../parts/differences.tsx';
import { type Person } from './questions.ts';
import { orNull } from '../parts/or-null.ts';

/** A person as the form holds them: what is not known is an empty text. */
export interface PersonValues {
  name: string;
  unitId?: string;
  unitFrom?: string;
  code?: string;
  gender?: string;
  born?: string;
  education?: string;
  minority?: string;
  partyFrom?: string;
  partyUntil?: string;
  /** Empty where the number on file stays as it is. */
  idNumber?: string;
  phone?: string;
  dropIdNumber?: boolean;
  dropPhone?: boolean;
}

export const valuesOf = (person: Person): PersonValues => ({
  name: person.name,
  code: person.code ?? '',
  gender: person.gender ?? '',
  born: person.born ?? '',
  education: person.education ?? '',
  minority: person.minority === null ? '' : person.minority ? 'yes' : 'no',
  partyFrom: person.partyFrom ?? '',
  partyUntil: person.partyUntil ?? '',
});

const number = (typed: string | undefined, dropped: boolean | undefined): string | null | undefined =>
  dropped ? null : (orNull(typed) ?? undefined);

/** What the form says of a person; numbers only where somebody typed or dropped one. */
export function detailsOf(values: PersonValues) {
  const [idNumber, phone] = [number(values.idNumber, values.dropIdNumber), number(values.phone, values.dropPhone)];
  return {
    code: orNull(values.code),
    gender: genders.find((one) => one === values.gender) ?? null,
    born: orNull(values.born),
    education: educations.find((one) => one === values.education) ?? null,
    minority: values.minority === 'yes' ? true : values.minority === 'no' ? false : null,
    partyFrom: orNull(values.partyFrom),
    partyUntil: orNull(values.partyUntil),
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(phone === undefined ? {} : { phone }),
  };
}

export function useWordsOfPerson(): { labels: Labels<PersonValues>; say: Say<PersonValues> } {
  const { t } = useTranslation();
  return {
    labels: {
      name: t('people.name'),
      code: t('all.code'),
      gender: t('people.gender'),
      born: t('people.born'),
      education: t('people.education'),
      minority: t('people.minority'),
      partyFrom: t('people.partyFrom'),
      partyUntil: t('people.partyUntil'),
    },
    say: (field, value) => {
      if (!value) return undefined;
      if (field === 'gender') return t(`domain.gender.${value as 'female'}`);
      if (field === 'education') return t(`domain.education.${value as 'college'}`);
      return field === 'minority' ? t(value === 'yes' ? 'all.yes' : 'all.no') : undefined;
    },
  };
}
