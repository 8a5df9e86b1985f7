import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { type Appearance, appearance, appearances, choose } from '../look/theme.ts';
import { beginAfresh, type Me } from '../session/me.ts';
import { language, speak } from '../words/speaking.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';

/** Language, appearance, and the way out. */
export function OwnMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Appearance>(appearance);
  const turn = (): void => {
    const next = appearances[(appearances.indexOf(chosen) + 1) % appearances.length]!;
    choose(next);
    setChosen(next);
  };
  const leave = async (): Promise<void> => {
    await api.POST('/v1/sign-out', {}).catch(() => undefined);
    beginAfresh(client);
  };
  return (
    <>
      <Link to="/me" className={css.plain} title={t('frame.nav.me')}>
        <Icon of="me" />
        <span className={css.word}>{t('frame.nav.me')}</span>
      </Link>
      <button type="button" className={css.plain} onClick={() => speak(language() === 'zh' ? 'en' : 'zh')} title={t('frame.languageLabel')}>
        <Icon of="tongue" />
        <span className={css.word}>{t('frame.language')}</span>
      </button>
      <button
        type="button"
        className={css.plain}
        onClick={turn}
        title={`${t('frame.appearance.label')}: ${t(`frame.appearance.${chosen}`)}`}
      >
        <Icon of="light" />
        <span className={css.word}>{t(`frame.appearance.${chosen}`)}</span>
      </button>
      <button type="button" className={css.plain} onClick={() => void leave()} title={`${t('frame.signOut')} · ${me.name}`}>
        <Icon of="out" />
        <span className={css.word}>
          {t('frame.signOut')} · {me.name}
        </span>
      </button>
    </>
  );
}
