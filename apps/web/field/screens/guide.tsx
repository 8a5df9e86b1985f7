import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type System } from '../rules/where-opened.policy.ts';
import { phone } from '../use-phone.ts';
import css from './guide.module.css';
import { HomeIcon, HomeLine, ShareButton, WeChatDots, WeChatSheet } from './pictures.tsx';

/** From WeChat to the phone's own browser and from there to the home screen; the code stays in the address and is not used up. */
export function WeChatGuide() {
  const { t } = useTranslation();
  const [system, setSystem] = useState<System>(phone.where.system);
  return (
    <>
      <h1>{t('field.guide.weChat')}</h1>
      <p>{t('field.guide.why')}</p>
      <div className={css.systems} role="group" aria-label={t('field.guide.which')}>
        {(['android', 'ios'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={system === one} onClick={() => setSystem(one)}>
            {t(`field.guide.system.${one}`)}
          </button>
        ))}
      </div>
      <ol className={css.steps}>
        <Step says={t('field.guide.dots')} picture={<WeChatDots />} />
        <Step says={t(`field.guide.sheet.${system}`)} picture={<WeChatSheet label={t('field.guide.inBrowser')} />} />
        {system === 'ios' ? <OnIphone /> : <OnAndroid />}
      </ol>
      <CopyAddress />
    </>
  );
}

/** An iPhone's home screen keeps apart from its browser: the code is used where the app will stay. */
export function HomeGuide() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('field.guide.home')}</h1>
      <p>{t('field.guide.homeWhy')}</p>
      <CopyAddress />
      <ol className={css.steps}>
        <OnIphone />
      </ol>
      <p>{t('field.guide.hereSays')}</p>
      <button type="button" onClick={() => void phone.begin()}>
        {t('field.guide.here')}
      </button>
    </>
  );
}

function OnIphone() {
  const { t } = useTranslation();
  return (
    <>
      <Step says={t('field.guide.copyFirst')} />
      <Step says={t('field.guide.share')} picture={<ShareButton />} />
      <Step says={t('field.guide.addIphone')} picture={<HomeLine label={t('field.guide.toHome')} mark />} />
      <Step says={t('field.guide.openIphone')} picture={<HomeIcon label={t('field.name')} />} />
    </>
  );
}

function OnAndroid() {
  const { t } = useTranslation();
  return (
    <>
      <Step says={t('field.guide.wait')} />
      <Step says={t('field.guide.addAndroid')} picture={<HomeLine label={t('field.guide.toHome')} dots />} />
      <Step says={t('field.guide.openAndroid')} picture={<HomeIcon label={t('field.name')} />} />
    </>
  );
}

const Step = ({ says, picture }: { says: string; picture?: ReactNode }) => (
  <li>
    <p>{says}</p>
    {picture}
  </li>
);

/** For a browser that is opened by hand. Where copying is refused the address stands there to be held and copied. */
function CopyAddress() {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    setCopied(
      await (navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'))).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <div className={css.copy} role="status">
      <button type="button" className="primary" onClick={() => void copy()}>
        {t(copied ? 'field.guide.copied' : 'field.guide.copy')}
      </button>
      {copied === false && (
        <label>
          <span>{t('field.guide.byHand')}</span>
          <input readOnly value={location.href} onFocus={({ target }) => target.select()} />
        </label>
      )}
    </div>
  );
}
