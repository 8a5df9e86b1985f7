import { UnitPicker } from '../parts/unit-picker.tsx';

/** A unit of a form whose name is remembered, so that two versions of a row can be compared in words. */
export function Learning({
  nameOf,
  learn,
  onChange,
  ...field
}: {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** What a unit that may be chosen already is called: after a conflict it may be another than the form began with. */
  nameOf?: (id: string) => string | undefined;
  learn?: (id: string, name: string) => void;
}) {
  return (
    <UnitPicker
      {...field}
      name={field.value === undefined ? undefined : nameOf?.(field.value)}
      clearable={false}
      onChange={(chosen, choice) => {
        if (choice) learn?.(choice.value, choice.label);
        onChange?.(chosen);
      }}
    />
  );
}
