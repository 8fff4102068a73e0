import catalogue from '../locales/generated/en.ts';
import { translator } from './translator.ts';

/** English is always there: for `report.json`, logs and the support bundle. Never for the page, which loads its own. */
export const english = translator('en', catalogue);
