// The unit in which the window shows amounts (元, 万元, 亿元): remembered in the workbook, it changes no figure.
import { useCallback, useMemo } from 'react';
import { DISPLAY_UNITS, type DisplayUnit, type Fen, formatUnit } from '#shared/values/money.ts';
import { useViewState } from './records.ts';

const USUAL: { unit: DisplayUnit } = { unit: '万元' };

export interface ShownUnit {
  unit: DisplayUnit;
  isKnown: boolean;
  setUnit: (unit: DisplayUnit) => void;
  /** An amount in the unit, all its decimals, without the unit's name. */
  text: (fen: Fen) => string;
}

export function useDisplayUnit(): ShownUnit {
  const { value, isKnown, remember } = useViewState('unit', USUAL);
  const unit = value.unit in DISPLAY_UNITS ? value.unit : USUAL.unit;
  const setUnit = useCallback((next: DisplayUnit) => remember({ unit: next }), [remember]);
  return useMemo(
    () => ({ unit, isKnown, setUnit, text: (fen: Fen) => formatUnit(fen, unit) }),
    [unit, isKnown, setUnit],
  );
}
