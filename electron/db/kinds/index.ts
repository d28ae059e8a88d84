// All kinds of facts of a workbook, by the name under which the log knows them. The order is that in which a kind may
// refer to those before it.

import type { Transaction as KernelTransaction } from '../kernel/commit.ts';
import type { ImageOf, Kernel as KernelOf, KindName } from '../kernel/kind.ts';
import type { Change, ChangeSet } from '../kernel/log.ts';
import { asset } from './asset.ts';
import { changeOrder } from './change-order.ts';
import { claim } from './claim.ts';
import { countyReport } from './county-report.ts';
import { receivedPackage, sentPackage } from './exchange.ts';
import { agency, category, fundSource, indicator, mapping, ownColumn, plan, region, scheme } from './frame.ts';
import { fundBatch } from './fund-batch.ts';
import { fundLine } from './fund-line.ts';
import { lifeEvent } from './life-event.ts';
import { payment } from './payment.ts';
import { planVersion } from './plan-version.ts';
import { posting } from './posting.ts';
import { progressNote } from './progress-note.ts';
import { project } from './project.ts';
import { record } from './record.ts';

export const KINDS = {
  plan,
  region,
  scheme,
  category,
  mapping,
  fundSource,
  agency,
  ownColumn,
  indicator,
  project,
  claim,
  record,
  fundBatch,
  fundLine,
  payment,
  progressNote,
  lifeEvent,
  posting,
  asset,
  planVersion,
  countyReport,
  changeOrder,
  sentPackage,
  receivedPackage,
};

export type Kinds = typeof KINDS;
export type EntityName = KindName<Kinds>;
export type Image<Name extends EntityName> = ImageOf<Kinds, Name>;
export type WorkbookKernel = KernelOf<Kinds>;
export type Transaction = KernelTransaction<Kinds>;
export type EntityChange = Change<Kinds>;
export type { Committed } from '../kernel/commit.ts';
export type { ChangeSet };
