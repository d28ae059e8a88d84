// The look of the 项目表, remembered in the workbook.
import { useCallback, useRef } from 'react';
import { useViewState } from '../../../api/records.ts';
import { type GridLook, START_LOOK } from './look.ts';

export type ChangeLook = (change: Partial<GridLook> | ((look: GridLook) => GridLook)) => void;

export function useLook(): { look: GridLook; isKnown: boolean; changeLook: ChangeLook } {
  const { value, isKnown, remember } = useViewState<GridLook>('projects', START_LOOK);
  // Two changes in one turn build on each other.
  const latest = useRef(value);
  latest.current = value;
  const changeLook = useCallback<ChangeLook>(
    (change) => {
      const before = latest.current;
      latest.current = typeof change === 'function' ? change(before) : { ...before, ...change };
      if (latest.current !== before) remember(latest.current);
    },
    [remember],
  );
  return { look: value, isKnown, changeLook };
}
