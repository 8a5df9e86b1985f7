import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../parts/sheet.tsx';
import { SignInForm, useSignIn } from './sign-in-form.tsx';

/** Over the page, not in its place: nothing typed is lost. That another account than before begins afresh, the frame sees to. */
export function SignInAgain({ account, onDone }: { account: string; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const signIn = useSignIn((me) => {
    client.setQueryData(['me'], me);
    if (me.account === account) onDone();
  });
  return (
    <Sheet title={t('signIn.again')} keeps onClose={() => window.location.assign('/')}>
      <p>{t('signIn.againHint')}</p>
      <SignInForm account={account} signIn={signIn} />
    </Sheet>
  );
}
