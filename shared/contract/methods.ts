// The method list: every call into the backend, with its input and output. One door — dispatch(method, input) — reads
// this table; types for the window, the hosts and the command line are derived from it.
import type { z } from 'zod';
import { ASSET_METHODS } from './methods/assets.ts';
import { CHECK_METHODS } from './methods/checks.ts';
import { CITY_METHODS } from './methods/city.ts';
import { CLAIM_METHODS } from './methods/claims.ts';
import { DUPLICATE_METHODS } from './methods/duplicates.ts';
import { EVALUATION_METHODS } from './methods/evaluation.ts';
import { FRAME_METHODS } from './methods/frame.ts';
import { FUND_METHODS } from './methods/funds.ts';
import { GOAL_METHODS } from './methods/goals.ts';
import { HISTORY_METHODS } from './methods/history.ts';
import { IMPORT_METHODS } from './methods/import.ts';
import { INDICATOR_METHODS } from './methods/indicators.ts';
import { LEVEL_METHODS } from './methods/levels.ts';
import { LIFE_METHODS } from './methods/life.ts';
import { LIST_METHODS } from './methods/lists.ts';
import { ORDER_METHODS } from './methods/orders.ts';
import { OUTPUT_METHODS } from './methods/output.ts';
import { OWN_RULE_METHODS } from './methods/own-rules.ts';
import { PACKAGE_METHODS } from './methods/package.ts';
import { POSTING_METHODS } from './methods/postings.ts';
import { PROJECT_METHODS } from './methods/projects.ts';
import { PROOF_METHODS } from './methods/proof.ts';
import { PUBLISH_METHODS } from './methods/publish.ts';
import { RECORD_METHODS } from './methods/records.ts';
import { RESTORE_METHODS } from './methods/restore.ts';
import { ROLL_METHODS } from './methods/roll.ts';
import { TABLE_METHODS } from './methods/tables.ts';
import { TEXT_METHODS } from './methods/text.ts';
import { DUE_METHODS } from './methods/todo.ts';
import { VERSION_METHODS } from './methods/versions.ts';
import { WORKBOOK_METHODS } from './methods/workbook.ts';

export {
  type CellEdit,
  type ChangeSetInfo,
  FILE_KINDS,
  type FileKind,
  type FileRef,
  type FoundPlace,
  type Place,
  type RecentFile,
  type RejectedEdit,
  type ValueSource,
  type WorkbookStatus,
} from './shapes.ts';

export const METHODS = {
  ...WORKBOOK_METHODS,
  ...ROLL_METHODS,
  ...PROJECT_METHODS,
  ...FRAME_METHODS,
  ...FUND_METHODS,
  ...LIFE_METHODS,
  ...POSTING_METHODS,
  ...ASSET_METHODS,
  ...LIST_METHODS,
  ...INDICATOR_METHODS,
  ...EVALUATION_METHODS,
  ...GOAL_METHODS,
  ...DUE_METHODS,
  ...RECORD_METHODS,
  ...TABLE_METHODS,
  ...CHECK_METHODS,
  ...OWN_RULE_METHODS,
  ...CLAIM_METHODS,
  ...LEVEL_METHODS,
  ...DUPLICATE_METHODS,
  ...HISTORY_METHODS,
  ...VERSION_METHODS,
  ...ORDER_METHODS,
  ...IMPORT_METHODS,
  ...CITY_METHODS,
  ...TEXT_METHODS,
  ...PROOF_METHODS,
  ...OUTPUT_METHODS,
  ...RESTORE_METHODS,
  ...PACKAGE_METHODS,
  ...PUBLISH_METHODS,
} as const;

export type Methods = typeof METHODS;
export type MethodName = keyof Methods;
/** What a caller sends; fields with defaults may be left out. */
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
/** What a handler receives: defaults filled in. */
export type MethodArgs<M extends MethodName> = z.output<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
