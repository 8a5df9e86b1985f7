/** What an account may be allowed to do. Bundles of these live in `access`; a user holds a bundle for a unit and its subtree. */
export const permissions = [
  'accounts.read',
  'accounts.manage',
  'audit.read',
  'units.read',
  'units.manage',
  'people.read',
  'people.manage',
  'people.merge',
  'people.reveal',
  'catalogue.read',
  'catalogue.manage',
  'classes.read',
  'classes.manage',
  'rosters.read',
  'rosters.manage',
  'attendance.read',
  'attendance.mark',
  'attendance.settle',
  'headCount.report',
  'headCount.verify',
  'figures.read',
  'imports.run',
  'imports.history',
  'devices.manage',
] as const;
export type Permission = (typeof permissions)[number];

export const bundleNames = ['admin', 'auditor', 'organiser', 'townOrganiser', 'classHead', 'instructor', 'reporter', 'official'] as const;
export type BundleName = (typeof bundleNames)[number];
