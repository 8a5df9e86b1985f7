import { begin, type Language } from './speaking.ts';
import * as common from './everywhere.ts';
import * as domain from './domain.ts';
import * as refusals from './refusals.ts';
import * as frame from '../frame/words.ts';
import * as signIn from '../sign-in/words.ts';
import * as home from '../home/words.ts';
import type * as figures from '../figures/words.ts';
import type * as me from '../me/words.ts';
import type * as accounts from '../accounts/words.ts';
import type * as imports from '../imports/words.ts';
import type * as roster from '../roster/words.ts';
import type * as sessions from '../sessions/words.ts';
import type * as classes from '../classes/words.ts';
import type * as waiting from '../waiting/words.ts';
import type * as attendance from '../attendance/words.ts';
import type * as people from '../people/words.ts';
import type * as instructors from '../instructors/words.ts';
import type * as sites from '../sites/words.ts';
import type * as units from '../units/words.ts';
import type * as history from '../history/words.ts';
import type * as devices from '../devices/words.ts';
import type * as unsent from '../unsent/words.ts';
import type * as field from '../../field/words.ts';

/** What is needed before any page is opened. */
const catalogue = (language: Language) => ({
  all: common[language],
  domain: domain[language],
  refusals: refusals[language],
  frame: frame[language],
  signIn: signIn[language],
  home: home[language],
});

/** Each noun's folder holds its own words, in both languages; a key that one of them lacks does not compile. They come with its page. */
interface OfNouns {
  figures: typeof figures.zh;
  me: typeof me.zh;
  accounts: typeof accounts.zh;
  imports: typeof imports.zh;
  roster: typeof roster.zh;
  sessions: typeof sessions.zh;
  classes: typeof classes.zh;
  waiting: typeof waiting.zh;
  attendance: typeof attendance.zh;
  people: typeof people.zh;
  instructors: typeof instructors.zh;
  sites: typeof sites.zh;
  units: typeof units.zh;
  history: typeof history.zh;
  devices: typeof devices.zh;
  unsent: typeof unsent.zh;
  field: typeof field.zh;
}
type Catalogue = ReturnType<typeof catalogue> & OfNouns;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: Catalogue };
  }
}

begin({ zh: catalogue('zh'), en: catalogue('en') });
