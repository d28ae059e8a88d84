// What a page of the window tells of itself; the list of them is features/frame/pages.ts.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type PageId =
  | 'overview'
  | 'projects'
  | 'tables'
  | 'text'
  | 'checks'
  | 'import'
  | 'print'
  | 'funds'
  | 'notices'
  | 'indicators'
  | 'assets'
  | 'exchange'
  | 'history'
  | 'restore'
  | 'proof'
  | 'settings'
  | 'start';

export interface PageFeature {
  page: PageId;
  /** Its sign in the left rail, where its command `go.PAGE` gives the words; absent: it stands in menus only. */
  Icon?: ComponentType;
  /** Whether the rail shows it though it is not open: hidden until there is something in it; absent: always. */
  useIsNeeded?: () => boolean;
  /** Loaded when it is first shown. */
  Page: LazyExoticComponent<ComponentType<PageProps>>;
  /** Stays drawn once it was shown: selection, filters and place survive a look at another page. */
  staysDrawn?: true;
  /** A number beside its words in the rail, such as open errors; 0: none. */
  useCount?: () => number;
}

export interface PageProps {
  /** false while a page that stays drawn is hidden. */
  isShown: boolean;
}

/** A page that is loaded when it is first shown. */
export function pageOf(load: () => Promise<ComponentType<PageProps>>): PageFeature['Page'] {
  return lazy(async () => ({ default: await load() }));
}
