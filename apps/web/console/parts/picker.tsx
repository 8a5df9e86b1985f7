import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAfterPause } from './after-a-pause.ts';
import { Fault } from './states.tsx';

export interface Choice {
  value: string;
  label: string;
  /** A second line that tells two of one name apart. */
  hint?: string;
}

interface Common {
  placeholder: string;
  id?: string;
  width?: number | string;
  disabled?: boolean;
  clearable?: boolean;
  /** What is chosen already, where the page knows its name. */
  known?: readonly Choice[];
  /** Names the list for the cache; what it depends on stands in it too. */
  of: readonly unknown[];
  find: (typed: string) => Promise<Choice[]>;
}
export interface PickerProps extends Common {
  value?: string;
  onChange?: (value: string | undefined, choice?: Choice) => void;
}
export interface PickManyProps extends Common {
  value?: string[];
  onChange?: (values: string[]) => void;
}

/** Finds one thing by a part of its name, asking the API as one types. Works inside a form as well as alone. */
export function Picker({ value, onChange, ...common }: PickerProps) {
  const { props, options } = usePicking(common, value === undefined ? [] : [value]);
  return (
    <Select
      {...props}
      value={value}
      onChange={(chosen: string | undefined) => {
        props.onSearch('');
        onChange?.(
          chosen,
          options.find((one) => one.value === chosen),
        );
      }}
    />
  );
}

/** The same for several. */
export function PickMany({ value = [], onChange, ...common }: PickManyProps) {
  const { props } = usePicking(common, value);
  return <Select {...props} mode="multiple" value={value} onChange={(chosen: string[]) => onChange?.(chosen)} />;
}

function usePicking(
  { placeholder, id, width = '100%', disabled = false, clearable = true, known = [], of, find }: Common,
  chosen: string[],
) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState<readonly Choice[]>([]);
  const q = useAfterPause(typed.trim());
  // What was found for what was typed before is not offered for what is typed now: Enter would choose it.
  const isAsking = q !== typed.trim();
  const found = useQuery({
    queryKey: ['pick', ...of, q],
    enabled: open,
    staleTime: 60_000,
    queryFn: async () => {
      const choices = await find(q);
      setSeen((before) => [...before, ...choices].slice(-500));
      return choices;
    },
  });
  const names = new Map([...known, ...seen].map((one) => [one.value, one]));
  const listed = isAsking ? [] : (found.data ?? []);
  const apart = chosen
    .filter((one) => !listed.some((choice) => choice.value === one))
    .map((one) => names.get(one) ?? { value: one, label: '…' });
  // While something is typed the first that was found comes first: Enter chooses it, not again what is chosen already.
  const options = (q ? [...listed, ...apart] : [...apart, ...listed]).map((one) => ({ ...one, title: one.hint ?? '' }));
  const props = {
    id,
    'aria-label': placeholder,
    style: { width },
    disabled,
    showSearch: true,
    filterOption: false as const,
    placeholder,
    allowClear: clearable,
    loading: isAsking || found.isFetching,
    options,
    optionRender: ({ data }: { data: Choice }) => (
      <>
        {data.label}
        {data.hint && <span className="note"> {data.hint}</span>}
      </>
    ),
    notFoundContent: isAsking || found.isFetching ? t('all.loading') : t('all.noResult'),
    popupRender: (menu: ReactNode) =>
      found.isError && !isAsking ? <Fault problem={found.error} again={() => void found.refetch()} /> : menu,
    onSearch: setTyped,
    onOpenChange: setOpen,
  };
  return { props, options };
}
