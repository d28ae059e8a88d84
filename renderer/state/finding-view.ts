// What the list of findings shows at the moment. It outlives the page: F8 in the 项目表 goes through the same list.
import type { FindingLevel } from '#shared/checks/finding.ts';
import type { Grouping } from '#shared/checks/finding-groups.ts';
import { createStore, type Store } from '../ui/store.ts';

export type LevelChoice = FindingLevel | 'all';
export type StateChoice = 'open' | 'void' | 'explained' | 'all';

export interface FindingFilter {
  level: LevelChoice;
  rule: string | null;
  text: string;
  state: StateChoice;
}

/** What decides over the lines of the list. */
export interface Listing extends FindingFilter {
  groupBy: Grouping;
  /** Groups that are folded, by their key. */
  collapsed: ReadonlySet<string>;
}

export interface FindingView extends Listing {
  /** Keys of the ticked findings, for 批量说明. */
  ticked: ReadonlySet<string>;
  /** Key of the finding that is looked at. */
  current: string | null;
  /** Where in the list it stood: F8 goes on from there when it is put right. */
  at: number | null;
  /** The 项目表 shows the current finding over its bottom bar. */
  isStripShown: boolean;
  /** Also those of the printed tables that the program holds for the region. */
  published: boolean;
}

const NONE: ReadonlySet<string> = new Set();

const START: FindingView = {
  level: 'all',
  rule: null,
  text: '',
  state: 'open',
  groupBy: 'rule',
  collapsed: NONE,
  ticked: NONE,
  current: null,
  at: null,
  isStripShown: false,
  published: false,
};

export function createFindingView(): Store<FindingView> {
  return createStore(START);
}

/** Another workbook: filters that speak of its findings are gone, the way of looking at them stays. */
export function forgetFindings(view: Store<FindingView>): void {
  const { groupBy, published } = view.get();
  view.set({ ...START, groupBy, published });
}
