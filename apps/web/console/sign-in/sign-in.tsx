import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.ts';
import { Fault } from '../parts/states.tsx';
import { useAbout } from '../session/about.ts';
import { type Me } from '../session/me.ts';
import { language, speak } from '../words/speaking.ts';
import { SignInForm, useSignIn } from './sign-in-form.tsx';
import css from './sign-in.module.css';

const FirstDay = lazy(async () => ({ default: (await import('./first-day.tsx')).FirstDay }));

/** The door. A demonstration shows its accounts: one press signs in. */
export function SignIn() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const asked = useAbout();
  const about = asked.data;
  const entered = (me: Me): void => void client.setQueryData(['me'], me);
  const signIn = useSignIn(entered);
  // A county may still have to be founded; a demonstration has been.
  const isCounty = about !== undefined && about.mode !== 'demo';
  const founding = useQuery({ queryKey: ['founding'], enabled: isCounty, queryFn: () => told(api.GET('/v1/founding', {})) });
  const silent = [asked, founding].find((one) => one.isError && one.data === undefined);
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('all.product')}`;
  }, [t]);
  return (
    <main className={css.door}>
      <div className={css.kinds} aria-hidden="true">
        {(['online', 'thematic', 'practical', 'demonstration'] as const).map((kind) => (
          <span key={kind} style={{ background: `var(--${kind})` }}>
            {t(`domain.kindMark.${kind}`)}
          </span>
        ))}
      </div>
      <h1>{t('all.product')}</h1>
      <p className="soft">{t('signIn.about')}</p>
      {silent && (
        <div className={css.silent}>
          <Fault problem={silent.error} again={() => void silent.refetch()} />
        </div>
      )}
      {founding.data && !founding.data.founded ? (
        <Suspense>
          <FirstDay founding={founding.data} onDone={entered} />
        </Suspense>
      ) : (
        <SignInForm signIn={signIn} />
      )}
      {about && about.signIns.length > 0 && (
        <section className={css.demo}>
          <h2>{t('signIn.demo')}</h2>
          <p className="note">{t('signIn.demoHint')}</p>
          <ul>
            {about.signIns.map(({ account, bundle }) => (
              <li key={account}>
                <button
                  type="button"
                  onClick={() => signIn.mutate({ account, password: about.password ?? '' })}
                  disabled={signIn.isPending}
                >
                  <b>{account}</b>
                  <span>{t(`domain.bundle.${bundle}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={css.language}>
        <button type="button" onClick={() => speak(language() === 'zh' ? 'en' : 'zh')} title={t('frame.languageLabel')}>
          {t('frame.language')}
        </button>
      </p>
    </main>
  );
}
