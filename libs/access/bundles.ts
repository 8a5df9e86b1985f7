import { type BundleName, type Permission, permissions } from '#contract';

/**
 * What each bundle allows. A user holds a bundle for a unit and everything under it.
 *
 * - `headCount.verify` makes a head count count at once; whoever lacks it reports (counting rule 3).
 * - Seeing the full ID number (`people.reveal`) and history imports need the county's own people.
 * - A reporter sees no persons; an instructor sees persons only through the pack of the sessions they serve.
 */
const reading: readonly Permission[] = [
  'units.read',
  'people.read',
  'catalogue.read',
  'classes.read',
  'rosters.read',
  'attendance.read',
  'figures.read',
];

/** What a phone's own token does for its account, whatever else the account may do: a phone is easily lost. */
export const ofDevices: readonly Permission[] = ['attendance.mark', 'headCount.report'];

const townOrganising: readonly Permission[] = [
  ...reading,
  'people.manage',
  'classes.manage',
  'rosters.manage',
  'attendance.mark',
  'attendance.settle',
  'headCount.report',
  'headCount.verify',
  'imports.run',
  'devices.manage',
];

export const bundles: Readonly<Record<BundleName, readonly Permission[]>> = {
  admin: permissions,
  auditor: [...reading, 'accounts.read', 'audit.read'],
  organiser: [...townOrganising, 'units.manage', 'people.merge', 'people.reveal', 'catalogue.manage', 'imports.history', 'audit.read'],
  townOrganiser: townOrganising,
  classHead: [
    'units.read',
    'people.read',
    'catalogue.read',
    'classes.read',
    'rosters.read',
    'rosters.manage',
    'attendance.read',
    'attendance.mark',
    'attendance.settle',
    'headCount.report',
  ],
  instructor: ['units.read', 'catalogue.read', 'attendance.mark', 'headCount.report'],
  // The lessons of the village, to say how many stood there.
  reporter: ['units.read', 'classes.read', 'headCount.report'],
  official: reading,
};
