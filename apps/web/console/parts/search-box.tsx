import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The search of a list: asks a moment after the last key, not at each one. `/` leads here. */
export function SearchBox({
  value,
  onChange,
  placeholder,
}: {
  value: string | undefined;
  onChange: (text: string | undefined) => void;
  placeholder?: string;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === (value ?? '')) return undefined;
    const timer = setTimeout(() => onChange(wanted || undefined), 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <span data-search>
      <Input
        allowClear
        style={{ width: 220 }}
        aria-label={placeholder ?? t('all.search')}
        placeholder={placeholder ?? t('all.search')}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
