import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { courseKinds } from '#contract';
import { useAddress } from '../parts/address.ts';
import { Kind } from '../parts/kind.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Skeleton } from '../parts/states.tsx';
import { useMe } from '../session/me.ts';
import { KindChoice } from './kind-choice.tsx';
import { Wizard } from './wizard.tsx';
import css from './wizard.module.css';

/** Sets up a class: first its kind, then what that kind needs. */
export function NewClass() {
  const { t } = useTranslation();
  const { get } = useAddress();
  const me = useMe().data;
  const kind = courseKinds.find((one) => one === get('kind'));
  // As it was on coming here: who loses the right meanwhile is told on sending, and keeps what is typed.
  const [mayNot] = useState(() => me?.permissions.includes('classes.manage') === false);
  return (
    <Page title={t('classes.new')} crumb={<Link to="/classes">{t('classes.wizard.crumb')}</Link>}>
      {!me && <Skeleton />}
      {mayNot && <Empty title={t('refusals.forbidden')} next={<Link to="/classes">{t('classes.wizard.toList')}</Link>} />}
      {me && !mayNot && !kind && <KindChoice />}
      {me && !mayNot && kind && (
        <>
          <p className={css.chosen}>
            <Kind of={kind} />
            <span className="soft">{t(`classes.wizard.kind.${kind}`)}</span>
            <Link to="/classes/new">{t('classes.wizard.change')}</Link>
          </p>
          <Wizard key={kind} kind={kind} me={me} copy={get('copy')} />
        </>
      )}
    </Page>
  );
}
