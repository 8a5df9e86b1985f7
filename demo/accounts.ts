import type { BundleName } from '#contract';

/** The year that the demonstration is about. */
export const demoYear = 2021;
/** Of all its accounts, which are never made in production mode. */
export const demoPassword = 'Sitang-2021';
/** The instructor who signs in; teaches in *this week* only. */
export const demoInstructorCode = 'JS-DEMO';

export interface DemoAccount {
  account: string;
  name: string;
  bundle: BundleName;
  /** Code of the unit that the account acts for, with all below it. */
  unit: string;
  instructorCode?: string;
}

/** Who signs in to the demo. */
export const demoAccounts: DemoAccount[] = [
  { account: 'admin', name: '示例管理员', bundle: 'admin', unit: '610326' },
  { account: 'organiser', name: '示例组织员', bundle: 'organiser', unit: '610326' },
  { account: 'official', name: '示例查阅人', bundle: 'official', unit: '610326' },
  { account: 'town', name: '示例镇组织委员', bundle: 'townOrganiser', unit: '610326101' },
  { account: 'instructor', name: '示例讲师', bundle: 'instructor', unit: '610326', instructorCode: demoInstructorCode },
  { account: 'reporter', name: '示例报送员', bundle: 'reporter', unit: '610326101200' },
];
