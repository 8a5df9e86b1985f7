import { createBrowserRouter, type RouteObject } from 'react-router';
import { type ConsolePage } from '#contract';
import { Frame } from './frame/frame.tsx';
import { PageFault } from './frame/page-fault.tsx';
import { Start } from './home/start.tsx';

type Module = Record<string, unknown>;
/** The words of the nouns, which come with the pages that say them. */
const words = {
  figures: () => import('./figures/words.ts'),
  me: () => import('./me/words.ts'),
  accounts: () => import('./accounts/words.ts'),
  imports: () => import('./imports/words.ts'),
  roster: () => import('./roster/words.ts'),
  sessions: () => import('./sessions/words.ts'),
  classes: () => import('./classes/words.ts'),
  waiting: () => import('./waiting/words.ts'),
  attendance: () => import('./attendance/words.ts'),
  people: () => import('./people/words.ts'),
  instructors: () => import('./instructors/words.ts'),
  sites: () => import('./sites/words.ts'),
  units: () => import('./units/words.ts'),
  history: () => import('./history/words.ts'),
  devices: () => import('./devices/words.ts'),
  unsent: () => import('./unsent/words.ts'),
};
type Noun = keyof typeof words;

/** Every page comes in a file of its own: a reader loads what they open. `said`: the nouns whose words it says. */
const page =
  (load: () => Promise<Module>, name: string, ...said: Noun[]): RouteObject['lazy'] =>
  async () => {
    const [module] = await Promise.all([load(), ...said.map((noun) => words[noun]())]);
    return { Component: module[name] as RouteObject['Component'] };
  };

type Under = { path: ConsolePage; rest?: string; lazy: RouteObject['lazy'] };
const pages: Under[] = [
  { path: 'figures', lazy: page(() => import('./figures/figures-page.tsx'), 'FiguresPage', 'figures', 'sites') },
  { path: 'people', lazy: page(() => import('./people/people-page.tsx'), 'PeoplePage', 'people') },
  { path: 'people', rest: ':id', lazy: page(() => import('./people/person-page.tsx'), 'PersonPage', 'people', 'history') },
  { path: 'instructors', lazy: page(() => import('./instructors/instructors-page.tsx'), 'InstructorsPage', 'instructors', 'devices') },
  {
    path: 'instructors',
    rest: ':id',
    lazy: page(() => import('./instructors/instructor-page.tsx'), 'InstructorPage', 'instructors', 'devices', 'history'),
  },
  { path: 'instructors', rest: ':id/phone', lazy: page(() => import('./devices/whom-to-invite.tsx'), 'InviteInstructor', 'devices') },
  { path: 'sites', lazy: page(() => import('./sites/sites-page.tsx'), 'SitesPage', 'sites') },
  { path: 'sites', rest: ':id', lazy: page(() => import('./sites/site-page.tsx'), 'SitePage', 'sites', 'history') },
  { path: 'sites', rest: 'bases/:id', lazy: page(() => import('./sites/training-base-page.tsx'), 'BasePage', 'sites', 'history') },
  { path: 'sites', rest: 'routes/:id', lazy: page(() => import('./sites/route-page.tsx'), 'RoutePage', 'sites', 'history') },
  { path: 'units', lazy: page(() => import('./units/units-page.tsx'), 'UnitsPage', 'units') },
  { path: 'units', rest: ':id', lazy: page(() => import('./units/unit-page.tsx'), 'UnitPage', 'units', 'history') },
  { path: 'waiting', lazy: page(() => import('./waiting/waiting-page.tsx'), 'WaitingPage', 'waiting', 'attendance') },
  { path: 'waiting', rest: 'unsent', lazy: page(() => import('./unsent/unsent-page.tsx'), 'UnsentPage', 'unsent') },
  { path: 'classes', lazy: page(() => import('./classes/class-list.tsx'), 'ClassList', 'classes') },
  { path: 'classes', rest: 'new', lazy: page(() => import('./classes/new-class.tsx'), 'NewClass', 'classes', 'sessions') },
  {
    path: 'classes',
    rest: ':id',
    lazy: page(() => import('./classes/class-page.tsx'), 'ClassPage', 'classes', 'sessions', 'roster', 'attendance', 'history', 'devices'),
  },
  { path: 'classes', rest: ':id/phone', lazy: page(() => import('./devices/whom-to-invite.tsx'), 'InviteHead', 'devices', 'classes') },
  { path: 'classes', rest: ':id/sheet', lazy: page(() => import('./roster/sign-in-paper.tsx'), 'SignInPaper', 'roster', 'classes') },
  { path: 'classes', rest: ':id/cards', lazy: page(() => import('./roster/cards-page.tsx'), 'CardsPage', 'roster', 'classes') },
  {
    path: 'classes',
    rest: ':id/:part',
    lazy: page(() => import('./classes/class-page.tsx'), 'ClassPage', 'classes', 'sessions', 'roster', 'attendance', 'history', 'devices'),
  },
  { path: 'sessions', rest: ':id', lazy: page(() => import('./sessions/session-door.tsx'), 'SessionDoor', 'sessions', 'classes') },
  { path: 'sessions', rest: ':id/hall', lazy: page(() => import('./sessions/hall-page.tsx'), 'HallPage', 'sessions') },
  { path: 'imports', lazy: page(() => import('./imports/imports-page.tsx'), 'ImportsPage', 'imports') },
  { path: 'imports', rest: ':id', lazy: page(() => import('./imports/import-page.tsx'), 'ImportPage', 'imports') },
  { path: 'accounts', lazy: page(() => import('./accounts/accounts-page.tsx'), 'AccountsPage', 'accounts') },
  { path: 'accounts', rest: 'audit', lazy: page(() => import('./accounts/audit-page.tsx'), 'AuditPage', 'accounts', 'me', 'history') },
  { path: 'accounts', rest: 'devices', lazy: page(() => import('./devices/devices-page.tsx'), 'DevicesPage', 'devices', 'accounts') },
  { path: 'accounts', rest: 'queues', lazy: page(() => import('./accounts/queues-page.tsx'), 'QueuesPage', 'accounts') },
  {
    path: 'accounts',
    rest: ':id',
    lazy: page(() => import('./accounts/account-page.tsx'), 'AccountPage', 'accounts', 'me', 'history', 'devices'),
  },
  { path: 'accounts', rest: ':id/phone', lazy: page(() => import('./devices/whom-to-invite.tsx'), 'InviteAccount', 'devices') },
  { path: 'me', lazy: page(() => import('./me/me-page.tsx'), 'MePage', 'me') },
];

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Frame,
    ErrorBoundary: PageFault,
    HydrateFallback: () => null,
    children: [
      { index: true, Component: Start },
      {
        lazy: page(() => import('./frame/with-messages.tsx'), 'WithMessages'),
        children: pages.map(({ path, rest, lazy }) => ({ path: rest === undefined ? path : `${path}/${rest}`, lazy })),
      },
      { path: '*', lazy: page(() => import('./frame/no-page.tsx'), 'NoPage') },
    ],
  },
]);
