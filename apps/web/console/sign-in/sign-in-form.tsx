import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/states.tsx';
import { type Me, signIn } from '../session/me.ts';
import css from './sign-in.module.css';

export function useSignIn(onDone: (me: Me) => void) {
  return useMutation({ mutationFn: signIn, onSuccess: onDone });
}

/** Plain fields: those of the library weigh a sixth of all that is loaded before anybody is in. */
export function SignInForm({ account: known = '', signIn }: { account?: string; signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const id = useId();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ account: account.trim(), password });
      }}
    >
      <label htmlFor={`${id}a`}>{t('signIn.account')}</label>
      <input
        id={`${id}a`}
        autoComplete="username"
        required
        autoFocus={known === ''}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
      />
      <label htmlFor={`${id}p`}>{t('signIn.password')}</label>
      <input
        id={`${id}p`}
        type="password"
        autoComplete="current-password"
        required
        autoFocus={known !== ''}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {signIn.isError && <Fault problem={signIn.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
