/** The lists of the worklist page, in their order. Whoever leads to one of them names it here, so that none leads elsewhere. */
export const waitingTabs = ['heads', 'marks', 'disputes'] as const;
export type WaitingTab = (typeof waitingTabs)[number];

export const toWaiting = (tab: WaitingTab): string => `/waiting?tab=${tab}`;
