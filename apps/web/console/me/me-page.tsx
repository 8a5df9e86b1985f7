import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../parts/facts.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useMay, useMe } from '../session/me.ts';
import { ChangePassword } from './change-password.tsx';
import css from './me.module.css';
import { OwnTokens } from './own-tokens.tsx';

/** One's own account: what it is, what it may do, where it is signed in. */
export function MePage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  if (!me) return null;
  return (
    <Page title={t('me.title')} actions={<Button onClick={() => setChanging(true)}>{t('me.password.change')}</Button>}>
      <Facts
        facts={[
          [t('me.name'), <bdi key="name">{me.name}</bdi>],
          [t('me.account'), <bdi key="account">{me.account}</bdi>],
          [
            t('me.grants'),
            <ul key="grants">
              {me.grants.map(({ bundle, unitId, unitName }) => (
                <li key={`${bundle} ${unitId}`}>
                  {t(`domain.bundle.${bundle}`)} · <bdi>{unitName}</bdi>
                </li>
              ))}
            </ul>,
          ],
          [t('me.instructor'), me.instructorId && <Link to={`/instructors/${me.instructorId}`}>{t('me.asInstructor')}</Link>],
        ]}
      />
      <p className={css.hint}>{t('me.askAdmin')}</p>
      {may('audit.read') && (
        <p className={css.hint}>
          <Link to={`/accounts/audit?by=${me.id}`}>{t('me.audit')}</Link>
        </p>
      )}
      <Section title={t('me.tokens.title')} note={t('me.tokens.about')}>
        <OwnTokens />
      </Section>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </Page>
  );
}
