import { demoAccounts } from '../../demo/accounts.js';

/** The demo's sign-ins; never made in production mode. */
export const demoPassword = 'Sitang-2021';
export const demoAccountNames = demoAccounts.map((one) => one.account);
