import { type Type } from '@nestjs/common';
import { AccountsApiModule } from './accounts/accounts-api.module.js';

/** The nouns of the API, each with its controllers in a folder of its own. */
export const nounModules: Type<unknown>[] = [AccountsApiModule];
