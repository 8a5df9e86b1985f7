import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { goBackTo } from '../address.ts';
import { type KeptSession } from '../kept/shapes.ts';
import { Form } from '../screens/form.tsx';
import { Notice } from '../screens/notices.tsx';

interface Of {
  session: KeptSession;
}

/** Loaded when it is first opened: most phones never take a photo. It lies on the phone with the pages; where it does not, nothing else stops. */
const Loaded = lazy(() =>
  import('./photos.tsx').then(
    ({ Photos }) => ({ default: Photos }),
    () => ({ default: NotLoaded }),
  ),
);

export const OpenPhotos = ({ session }: Of) => (
  <Suspense fallback={null}>
    <Loaded session={session} />
  </Suspense>
);

function NotLoaded({ session }: Of) {
  const { t } = useTranslation();
  return (
    <Form title={t('field.photos.title')} onLeave={() => goBackTo({ at: 'roll', sessionId: session.id })} foot={null}>
      <Notice tone="fault">
        <p>{t('field.photos.notLoaded')}</p>
      </Notice>
    </Form>
  );
}
