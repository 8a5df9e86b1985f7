import { type ReactNode } from 'react';
import { type RegisterFilter } from './questions.ts';

/** What the page hands to whichever list stands on it. */
export interface Listed {
  filter: RegisterFilter;
  filters: (tools: ReactNode) => ReactNode;
  onClear: () => void;
  empty: ReactNode;
}

export const isFiltered = ({ q, unit }: RegisterFilter): boolean => q !== undefined || unit !== undefined;
