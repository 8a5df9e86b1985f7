import '../console/look/tokens.css';
import './look.css';
import '../console/look/theme.ts';
import { createRoot } from 'react-dom/client';
import { begin } from '../console/words/speaking.ts';
import * as domain from '../console/words/domain.ts';
import * as refusals from '../console/words/refusals.ts';
import * as words from './words.ts';
import { App } from './app.tsx';
import { hearTapsPromptly } from './prompt-taps.ts';
import { phone } from './use-phone.ts';

begin({
  zh: { domain: domain.zh, refusals: refusals.zh, field: words.zh },
  en: { domain: domain.en, refusals: refusals.en, field: words.en },
});
hearTapsPromptly();
createRoot(document.getElementById('field')!).render(<App />);
void phone.start();
