// What a key means in the 项目表 while no cell is being edited: the habits of Excel.
import type { Direction } from './moves.ts';

export type KeyAction =
  | { type: 'move'; direction: Direction; by: number | 'edge'; extend: boolean }
  | { type: 'home' | 'end'; extend: boolean; corner: boolean }
  | { type: 'edit'; keep: boolean }
  | { type: 'enter' | 'tab'; back: boolean }
  | { type: 'selectWhole'; whole: 'rows' | 'columns' }
  | { type: 'clear' | 'selectAll' | 'selectActive' | 'showActive' | 'openList' | 'today' | 'escape' | 'menu' };

export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The action of a key press; undefined leaves it to the commands and to typing. */
export function keyAction(press: KeyPress, pageRows: number): KeyAction | undefined {
  const { key, ctrl, shift, alt } = press;
  const direction = ARROWS[key];
  if (direction && alt) return key === 'ArrowDown' && !ctrl && !shift ? { type: 'openList' } : undefined;
  if (direction) return { type: 'move', direction, by: ctrl ? 'edge' : 1, extend: shift };
  if (alt) return undefined;
  switch (key) {
    case 'PageUp':
      return { type: 'move', direction: 'up', by: pageRows, extend: shift };
    case 'PageDown':
      return { type: 'move', direction: 'down', by: pageRows, extend: shift };
    case 'Home':
      return { type: 'home', extend: shift, corner: ctrl };
    case 'End':
      return { type: 'end', extend: shift, corner: ctrl };
    case 'Enter':
      return ctrl ? undefined : { type: 'enter', back: shift };
    case 'Tab':
      return ctrl ? undefined : { type: 'tab', back: shift };
    case 'F2':
      return { type: 'edit', keep: true };
    case 'Delete':
      return ctrl ? undefined : { type: 'clear' };
    case 'Backspace':
      if (ctrl) return { type: 'showActive' };
      return shift ? { type: 'selectActive' } : { type: 'edit', keep: false };
    case 'a':
    case 'A':
      return ctrl && !shift ? { type: 'selectAll' } : undefined;
    case ' ':
      if (ctrl && shift) return { type: 'selectAll' };
      if (ctrl) return { type: 'selectWhole', whole: 'columns' };
      return shift ? { type: 'selectWhole', whole: 'rows' } : undefined;
    // A Chinese keyboard layout gives the full-width sign.
    case ';':
    case '；':
      return ctrl && !shift ? { type: 'today' } : undefined;
    case 'Escape':
      return { type: 'escape' };
    case 'ContextMenu':
      return { type: 'menu' };
    case 'F10':
      return shift ? { type: 'menu' } : undefined;
    default:
      return undefined;
  }
}
