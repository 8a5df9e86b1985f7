import { useTranslation } from 'react-i18next';
import { type UnitLevel } from '#contract';
import { api, told } from '../../api/client.ts';
import { Picker, type PickerProps } from './picker.tsx';

type Props = Omit<PickerProps, 'find' | 'of' | 'placeholder' | 'known'> & { name?: string; placeholder?: string; level?: UnitLevel };

/** A unit by a part of its name, within what the reader may see; towns first while nothing is typed. */
export function UnitPicker({ name, level, placeholder, ...props }: Props) {
  const { t } = useTranslation();
  const find = async (q: string) => {
    const query = { limit: 50, living: true, ...(q ? { q, level } : { level: level ?? 'town' }) };
    const { items } = await told(api.GET('/v1/units', { params: { query } }));
    return items.map((unit) => ({ value: unit.id, label: unit.displayName, hint: t(`domain.level.${unit.level}`) }));
  };
  const known = props.value !== undefined && name !== undefined ? [{ value: props.value, label: name }] : [];
  return <Picker {...props} of={['units', level]} find={find} known={known} placeholder={placeholder ?? t('all.unit')} />;
}
