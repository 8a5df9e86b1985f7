import './look/tokens.css';
import './look/ant.css';
import './look/print.css';
import './look/theme.ts';
import './words/index.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

createRoot(document.getElementById('console')!).render(<App />);
