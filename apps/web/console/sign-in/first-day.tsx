import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Shown, told } from '../../api/client.ts';
import { Fault } from '../parts/states.tsx';
import { type Me } from '../session/me.ts';
import css from './sign-in.module.css';

/** An empty product that says what to do: the county and its first administrator, once, at the server itself. Plain fields, as at the sign-in. */
export function FirstDay({ founding, onDone }: { founding: Shown<'FoundingView'>; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [county, setCounty] = useState('');
  const [typed, setTyped] = useState({ account: 'admin', name: '', password: '' });
  const begin = useMutation({
    mutationFn: async () => {
      await told(api.POST('/v1/founding', { body: { countyCode: county, ...typed } }));
      const { account, password } = typed;
      return told(api.POST('/v1/sign-in', { body: { account, password } }));
    },
    onSuccess: onDone,
  });
  if (!founding.here) return <p>{t('signIn.first.elsewhere')}</p>;
  const sent = (event: FormEvent): void => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form className={css.form} onSubmit={sent}>
      <h2>{t('signIn.first.title')}</h2>
      <p className="soft">{t('signIn.first.about')}</p>
      <label htmlFor={`${id}county`}>{t('signIn.first.county')}</label>
      <select id={`${id}county`} required value={county} onChange={(event) => setCounty(event.target.value)}>
        <option value="" />
        {founding.counties.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} {code}
          </option>
        ))}
      </select>
      {(['account', 'name', 'password'] as const).map((field) => [
        <label key={field} htmlFor={`${id}${field}`}>
          {t(`signIn.first.${field}`)}
        </label>,
        <input
          key={`${field} input`}
          id={`${id}${field}`}
          required
          minLength={field === 'password' ? 10 : undefined}
          type={field === 'password' ? 'password' : 'text'}
          autoComplete={field === 'password' ? 'new-password' : field === 'account' ? 'username' : 'name'}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />,
      ])}
      {begin.isError && <Fault problem={begin.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={begin.isPending} disabled={!county}>
        {t('signIn.first.begin')}
      </Button>
    </form>
  );
}
