import { useTranslation } from 'react-i18next';
import { type CourseKind } from '#contract';
import { api, type Shown, told } from '../../api/client.ts';
import { type Choice, PickMany, Picker } from '../parts/picker.tsx';
import { days } from '../parts/quantities.ts';
import { known, type Register, remember } from './seen.ts';

type Find = (q: string) => Promise<Choice[]>;
interface Common {
  id?: string;
  placeholder?: string;
  disabled?: boolean;
  width?: number | string;
}
interface One extends Common {
  value?: string | null;
  onChange?: (value: string | null) => void;
}
interface Many extends Common {
  value?: string[];
  onChange?: (values: string[]) => void;
}

const limit = 50;
const asked = (q: string) => ({ limit, ...(q && { q }) });
const finding =
  (register: Register, find: Find): Find =>
  async (q) => {
    const choices = await find(q);
    remember(register, choices);
    return choices;
  };

const units = finding('unit', async (q) => {
  const query = { limit, living: true, ...(q ? { q } : { level: 'town' as const }) };
  const { items } = await told(api.GET('/v1/units', { params: { query } }));
  return items.map((unit) => ({ value: unit.id, label: unit.displayName }));
});
const villages = finding('unit', async (q) => {
  const { items } = await told(api.GET('/v1/units', { params: { query: { ...asked(q), living: true, level: 'village' } } }));
  return items.map((unit) => ({ value: unit.id, label: unit.displayName }));
});
const instructors = finding('instructor', async (q) => {
  const { items } = await told(api.GET('/v1/instructors', { params: { query: asked(q) } }));
  return items.map((one) => ({ value: one.id, label: one.name, ...(one.code !== null && { hint: one.code }) }));
});
const sites = finding('site', async (q) => {
  const { items } = await told(api.GET('/v1/teaching-sites', { params: { query: asked(q) } }));
  return items.map((one) => ({ value: one.id, label: one.name, ...(one.theme !== null && { hint: one.theme }) }));
});
const routes = finding('route', async (q) => {
  const { items } = await told(api.GET('/v1/routes', { params: { query: asked(q) } }));
  return items.map((one) => ({ value: one.id, label: one.name }));
});
const heads = finding('head', async (q) => {
  const { items } = await told(api.GET('/v1/class-heads', { params: { query: asked(q) } }));
  return items.map((one) => ({ value: one.id, label: one.name, hint: one.account }));
});
const coursesOf = (kind: CourseKind) =>
  finding('course', async (q) => {
    const { items } = await told(api.GET('/v1/courses', { params: { query: { ...asked(q), kind } } }));
    return items.map((one) => ({ value: one.id, label: one.name }));
  });
export const classChoice = (one: Shown<'ClassView'>): Choice => ({ value: one.id, label: one.name, hint: days(one.startsOn, one.endsOn) });
const classesOf = (query: { kind?: CourseKind }) =>
  finding('class', async (q) => {
    const { items } = await told(api.GET('/v1/classes', { params: { query: { ...asked(q), ...query, order: 'newest' } } }));
    return items.map(classChoice);
  });

function OneOf({
  register,
  of,
  find,
  value,
  onChange,
  placeholder = '',
  ...rest
}: One & { register: Register; of: readonly unknown[]; find: Find }) {
  return (
    <Picker
      {...rest}
      of={of}
      find={find}
      placeholder={placeholder}
      value={value ?? undefined}
      known={known(register, [value])}
      // A cleared field is said as empty: left out of a change it would keep what it was.
      onChange={(chosen) => onChange?.(chosen ?? null)}
    />
  );
}
function SomeOf({
  register,
  of,
  find,
  value = [],
  placeholder = '',
  ...rest
}: Many & { register: Register; of: readonly unknown[]; find: Find }) {
  return <PickMany {...rest} of={of} find={find} placeholder={placeholder} value={value} known={known(register, value)} />;
}

/** The placeholder names the control for who does not see its label. */
const usePlaceholder = (given: string | undefined): string => {
  const { t } = useTranslation();
  return given ?? t('classes.pick');
};

export const OneUnit = (props: One) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="unit" of={['units']} find={units} />
);
export const OneVillage = (props: One) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="unit" of={['villages']} find={villages} />
);
export const SomeUnits = (props: Many) => (
  <SomeOf {...props} placeholder={usePlaceholder(props.placeholder)} register="unit" of={['units']} find={units} />
);
export const SomeInstructors = (props: Many) => (
  <SomeOf {...props} placeholder={usePlaceholder(props.placeholder)} register="instructor" of={['instructors']} find={instructors} />
);
export const OneSite = (props: One) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="site" of={['sites']} find={sites} />
);
export const OneRoute = (props: One) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="route" of={['routes']} find={routes} />
);
export const OneHead = (props: One) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="head" of={['heads']} find={heads} />
);
export const OneCourse = ({ kind, ...props }: One & { kind: CourseKind }) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="course" of={['courses', kind]} find={coursesOf(kind)} />
);
export const OneClass = ({ kind, ...props }: One & { kind?: CourseKind }) => (
  <OneOf {...props} placeholder={usePlaceholder(props.placeholder)} register="class" of={['classes', kind]} find={classesOf({ kind })} />
);
export const SomeClasses = ({ kind, ...props }: Many & { kind?: CourseKind }) => (
  <SomeOf {...props} placeholder={usePlaceholder(props.placeholder)} register="class" of={['classes', kind]} find={classesOf({ kind })} />
);
