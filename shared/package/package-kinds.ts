// The kinds of packages: who makes them for whom, and what they carry (SPECS H1). A new kind is one entry here.
import { PACKAGE_KINDS, type PackageKind } from '../domain/exchange.ts';
import type { LifeStateId } from '../domain/life.ts';
import type { OfficeLevel } from '../domain/office.ts';
import type { Collection } from './facts.ts';

export interface PackageSpec {
  direction: 'up' | 'down';
  from: readonly OfficeLevel[];
  carries: readonly Collection[];
  /** The step that handing it up stands for. */
  step?: LifeStateId;
  /** Errors of 勾稽审核 keep it from being made. */
  isChecked: boolean;
  help: string;
}

const LIST = ['projects', 'events', 'postings', 'explanations'] as const satisfies readonly Collection[];

export const PACKAGE_SPECS: Readonly<Record<PackageKind, PackageSpec>> = {
  申报包: {
    direction: 'up',
    from: ['村', '部门'],
    carries: LIST,
    step: 'declared',
    isChecked: true,
    help: '村申报的项目、公示和办理',
  },
  审核包: {
    direction: 'up',
    from: ['乡镇'],
    carries: LIST,
    step: 'checked',
    isChecked: true,
    help: '乡镇审核的项目、公示和办理',
  },
  论证意见包: {
    direction: 'up',
    from: ['部门'],
    carries: ['events'],
    isChecked: false,
    help: '部门论证意见，不改项目',
  },
  规划包: {
    direction: 'up',
    from: ['县', '市'],
    carries: [...LIST, 'batches', 'lines', 'payments', 'notes'],
    isChecked: true,
    help: '本级全部项目和办理、资金、公示',
  },
  进度包: {
    direction: 'up',
    from: ['乡镇', '部门', '县', '市'],
    carries: ['events', 'batches', 'lines', 'payments', 'notes'],
    isChecked: false,
    help: '开工、竣工、支付和形象进度，不改项目',
  },
  下达包: {
    direction: 'down',
    from: ['乡镇', '县', '市', '省'],
    carries: ['projects', 'events', 'batches', 'lines'],
    isChecked: false,
    help: '给下级的项目、审定和退回、下达资金',
  },
  退回包: {
    direction: 'down',
    from: ['乡镇', '县', '市', '省'],
    carries: ['events'],
    isChecked: false,
    help: '退回的项目和原因',
  },
};

/** The kind that a word means, with or without 包; undefined for another word. */
export function packageKindOf(word: string): PackageKind | undefined {
  const wanted = word.trim();
  return PACKAGE_KINDS.find((kind) => kind === wanted || kind === `${wanted}包`);
}

/** The kinds that an office can make. */
export function kindsOf(level: OfficeLevel): PackageKind[] {
  return PACKAGE_KINDS.filter((kind) => PACKAGE_SPECS[kind].from.includes(level));
}

/** What an office makes where nothing is said: its list up, or what it sends down to `to`. */
export function usualKind(level: OfficeLevel, isDown: boolean): PackageKind {
  if (isDown) return '下达包';
  return ({ 村: '申报包', 乡镇: '审核包', 部门: '论证意见包', 县: '规划包', 市: '规划包', 省: '下达包' } as const)[
    level
  ];
}
