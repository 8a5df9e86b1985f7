import { useTranslation } from 'react-i18next';
import { isFinal, type Stage } from '../phone/state.ts';
import { phone, usePhone } from '../use-phone.ts';
import css from './entry.module.css';
import { Export } from './export.tsx';
import { HomeGuide, WeChatGuide } from './guide.tsx';
import { Lost } from './lost.tsx';
import { OthersWait } from './others-wait.tsx';
import { PasteCode } from './paste-code.tsx';

/** Where nothing can be marked yet, or any more: why, and the one thing to do. */
export function Entry({ stage }: { stage: Exclude<Stage, 'opening' | 'in'> }) {
  const { t } = useTranslation();
  const wiped = usePhone((standing) => standing.wiped);
  const notKept = usePhone((standing) => standing.notKept);
  return (
    <main className={css.entry}>
      <p className={css.product}>{t('field.name')}</p>
      <Lost />
      {stage === 'inWeChat' && <WeChatGuide />}
      {stage === 'beforeHome' && <HomeGuide />}
      {stage === 'noShelter' && (
        <>
          <h1>{t('field.noShelter.title')}</h1>
          <p>{t(window.isSecureContext ? 'field.noShelter.browser' : 'field.noShelter.address')}</p>
        </>
      )}
      {stage === 'shut' && (
        <>
          <h1>{t('field.shut.title')}</h1>
          <p>{t('field.shut.says')}</p>
          <button type="button" className="primary" onClick={() => location.reload()}>
            {t('field.out.retry')}
          </button>
        </>
      )}
      {stage === 'wiped' && (
        <>
          <h1>{t('field.wiped.title')}</h1>
          <p>{t('field.wiped.says', { handedOver: wiped?.handedOver ?? 0 })}</p>
          {wiped && wiped.notTaken > 0 && <p>{t('field.wiped.notTaken', { count: wiped.notTaken })}</p>}
          <Invitation />
          <p>{t('field.wiped.again')}</p>
          <PasteCode />
        </>
      )}
      {stage === 'ended' && (
        <>
          <h1>{t('field.ended.title')}</h1>
          <p>{t('field.ended.says')}</p>
          <OthersWait isEnded />
          <Invitation />
          <p>{t('field.out.steps')}</p>
          <PasteCode />
        </>
      )}
      {stage === 'out' && (
        <>
          <h1>{t('field.out.title')}</h1>
          <Invitation />
          <p>{t('field.out.steps')}</p>
          <PasteCode />
        </>
      )}
      {notKept && (
        <p className={css.problem} role="alert">
          {t('field.out.notKept')}
        </p>
      )}
      {stage !== 'ended' && <OthersWait />}
      {(stage === 'ended' || stage === 'wiped' || stage === 'out') && <Export />}
    </main>
  );
}

/** What became of the code that was opened. */
function Invitation() {
  const { t } = useTranslation();
  const invitation = usePhone((standing) => standing.invitation);
  if (!invitation) return null;
  const { problem } = invitation;
  if (!problem) return <p role="status">{t('field.out.entering')}</p>;
  return (
    <div className={css.problem} role="alert">
      <p>
        {problem.code === 'offline'
          ? t('field.out.offline')
          : t('field.out.refused', { reason: t([`refusals.${problem.code}`, 'refusals.unexpected']) })}
      </p>
      {!isFinal(problem) && (
        <button type="button" className="primary" onClick={() => void phone.exchange()}>
          {t('field.out.retry')}
        </button>
      )}
    </div>
  );
}
