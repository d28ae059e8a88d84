// What a page of the window tells of itself; see pages.ts for the list of them.
import { type ComponentType, createElement, type LazyExoticComponent, lazy } from 'react';
import type { PageId } from '../session.ts';

export interface PageFeature {
  page: PageId;
  /** Its sign in the left rail, where its command `go.PAGE` gives the words; absent: it stands in menus only. */
  Icon?: ComponentType;
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
export function pageOf<P extends object>(load: () => Promise<ComponentType<P>>): PageFeature['Page'] {
  return lazy(async () => {
    const Content = (await load()) as ComponentType<PageProps>;
    return { default: (props: PageProps) => createElement(Content, props) };
  });
}
