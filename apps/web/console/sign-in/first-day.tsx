import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, Problem, type Shown, told } from '../../api/client.ts';
import { Fault } from '../parts/states.tsx';
import { type Me, signIn } from '../session/me.ts';
import css from './sign-in.module.css';

const isRefusal = (problem: unknown, code: Problem['code']): boolean => problem instanceof Problem && problem.code === code;

/** An empty product that says what to do: the county and its first administrator, once, at the server itself. Plain fields, as at the sign-in. */
export function FirstDay({ founding, onDone }: { founding: Shown<'FoundingView'>; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const id = useId();
  const [county, setCounty] = useState('');
  const [typed, setTyped] = useState({ account: 'admin', name: '', password: '' });
  const begin = useMutation({
    mutationFn: async () => {
      try {
        await told(api.POST('/v1/founding', { body: { countyCode: county, ...typed } }));
      } catch (problem) {
        // As a rule it was oneself, and the answer was lost: then what was typed signs in.
        if (!isRefusal(problem, 'alreadyFounded')) throw problem;
      }
      return signIn({ account: typed.account, password: typed.password });
    },
    onSuccess: onDone,
    // It was somebody else: the county has its door by now.
    onError: (problem) => {
      if (isRefusal(problem, 'signInFailed')) void client.invalidateQueries({ queryKey: ['founding'] });
    },
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
