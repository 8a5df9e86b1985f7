import { useTranslation } from 'react-i18next';
import { Sheet } from '../parts/sheet.tsx';
import { SignInForm, useSignIn } from './sign-in-form.tsx';

/** Over the page, not in its place: nothing typed is lost. Another account than before begins afresh. */
export function SignInAgain({ account, onDone }: { account: string; onDone: () => void }) {
  const { t } = useTranslation();
  const signIn = useSignIn((me) => {
    if (me.account === account) onDone();
    else window.location.assign('/');
  });
  return (
    <Sheet title={t('signIn.again')} keeps onClose={() => window.location.assign('/')}>
      <p>{t('signIn.againHint')}</p>
      <SignInForm account={account} signIn={signIn} />
    </Sheet>
  );
}
