import { describe } from '@jest/globals';
import { walkEveryPage } from './support/walk-pages.js';

describe('every page of the console on a desk', () => walkEveryPage('desk'));
