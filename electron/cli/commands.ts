// The one table of commands: parsing, help and the README's test read it.
import { ARCHIVE } from './archive.ts';
import { ASSETS } from './assets.ts';
import { BACKUP } from './backup.ts';
import { BOARD } from './board.ts';
import { BREAKDOWN } from './breakdown.ts';
import { CHANGE } from './change.ts';
import { CHARTS } from './charts.ts';
import { CHECK } from './check.ts';
import { CITY } from './city.ts';
import type { Command } from './command.ts';
import { COMPARE } from './compare.ts';
import { COMPARE_VERSIONS } from './compare-versions.ts';
import { DESIGNS } from './designs.ts';
import { DOCUMENT } from './document.ts';
import { DUPLICATES } from './duplicates.ts';
import { EVALUATE } from './evaluate.ts';
import { EVALUATE_PLAN } from './evaluate-plan.ts';
import { EXPORT } from './export.ts';
import { FRAME } from './frame.ts';
import { FUNDS } from './funds.ts';
import { GOALS } from './goals.ts';
import { IMPORT } from './import.ts';
import { INDICATORS } from './indicators.ts';
import { LIFE } from './life.ts';
import { LIST } from './list.ts';
import { BASIS, LINKAGE, PLACES, TASKS, VILLAGES } from './lists.ts';
import { LOG } from './log.ts';
import { NEW } from './new.ts';
import { NOTICES } from './notices.ts';
import { PACKAGE } from './package.ts';
import { PASSWORD } from './password.ts';
import { PAY } from './pay.ts';
import { PRINT } from './print.ts';
import { PROGRESS } from './progress-command.ts';
import { PROOF } from './proof.ts';
import { PUBLISH } from './publish.ts';
import { RECEIVE } from './receive.ts';
import { REGIONS } from './regions.ts';
import { REPORTED } from './reported.ts';
import { RESTORE } from './restore.ts';
import { ROLL } from './roll.ts';
import { RULES } from './rules.ts';
import { TABLES } from './tables.ts';
import { DUE } from './todo.ts';
import { REDO, UNDO } from './undo.ts';
import { VERIFY } from './verify.ts';
import { VERSION_COMMAND } from './version.ts';
import { YEARPLAN } from './yearplan.ts';

export const COMMANDS: readonly Command[] = [
  NEW,
  REGIONS,
  FRAME,
  ROLL,
  IMPORT,
  CITY,
  LIST,
  LIFE,
  BOARD,
  YEARPLAN,
  FUNDS,
  PAY,
  PROGRESS,
  NOTICES,
  ASSETS,
  TASKS,
  VILLAGES,
  PLACES,
  LINKAGE,
  BASIS,
  INDICATORS,
  EVALUATE_PLAN,
  GOALS,
  EVALUATE,
  DUE,
  CHECK,
  RULES,
  PROOF,
  DUPLICATES,
  COMPARE,
  BREAKDOWN,
  TABLES,
  CHARTS,
  DESIGNS,
  DOCUMENT,
  EXPORT,
  PRINT,
  UNDO,
  REDO,
  LOG,
  VERSION_COMMAND,
  COMPARE_VERSIONS,
  CHANGE,
  ARCHIVE,
  BACKUP,
  RESTORE,
  VERIFY,
  PASSWORD,
  PACKAGE,
  RECEIVE,
  REPORTED,
  PUBLISH,
];
