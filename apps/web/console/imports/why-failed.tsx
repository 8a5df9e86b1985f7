import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { explainRefusal, refusalCodes, type RefusalCode } from '#contract';
import { language } from '../words/speaking.ts';
import css from './imports.module.css';
import { type Import } from './questions.ts';
import { zh } from './words.ts';

const isOurs = (fault: string): fault is keyof typeof zh.fault => fault in zh.fault;
const isRefusal = (fault: string): fault is RefusalCode => (refusalCodes as string[]).includes(fault);

/** Why it failed or cannot be undone, and what to do. */
export function WhyFailed({ of: { fault, state, kind } }: { of: Import }) {
  const { t } = useTranslation();
  if (!fault) return null;
  const said = isOurs(fault) ? t(`imports.fault.${fault}`) : isRefusal(fault) ? explainRefusal(fault)[language()] : fault;
  return (
    <div className={css.failed} role="alert">
      <p>{state === 'applied' ? t('imports.notReverted', { why: said }) : said}</p>
      {state === 'failed' && fault !== 'headerMissing' && <Link to={`/imports?for=${kind}`}>{t('imports.again')}</Link>}
    </div>
  );
}
