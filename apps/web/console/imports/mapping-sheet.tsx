import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../parts/sheet.tsx';
import { useUnsaved } from '../parts/unsaved.tsx';
import { Mapping } from './mapping.tsx';
import { type Import } from './questions.ts';

/** The columns of a file that was read already, over its page. */
export function MappingSheet({ of: one, onClose }: { of: Import; onClose: () => void }) {
  const { t } = useTranslation();
  const [isTouched, setTouched] = useState(false);
  const { leave, question, guard } = useUnsaved(isTouched, onClose, false);
  return (
    <Sheet title={t('imports.mapping.title')} onClose={leave} keeps={isTouched} wide foot={question}>
      {guard}
      <Mapping of={one} onTouched={() => setTouched(true)} onDone={onClose} />
    </Sheet>
  );
}
