import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pause } from './after-a-pause.ts';

/**
 * The search of a list: asks a moment after the last key, not at each one. `/` leads to the first. What is typed replaces what was
 * asked before: going back leaves the page, and not through half a word.
 */
export function SearchBox({
  value,
  onChange,
  placeholder,
  width = 220,
  maxLength = 60,
}: {
  value: string | undefined;
  onChange: (text: string | undefined) => void;
  placeholder?: string;
  width?: number;
  maxLength?: number;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === (value ?? '')) return undefined;
    const timer = setTimeout(() => onChange(wanted || undefined), pause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <span data-search>
      <Input
        allowClear
        style={{ width }}
        aria-label={placeholder ?? t('all.search')}
        placeholder={placeholder ?? t('all.search')}
        maxLength={maxLength}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
