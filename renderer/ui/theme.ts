// Colours and type of the window in one place; antd, the grid and the charts take them from here.
import type { ThemeConfig } from 'antd';
import { LEVEL_NAMES } from '#shared/format/finding-rows.ts';

export const ACCENT = '#17627f';
export const FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

export const LEVEL_COLORS = { error: '#c62f2f', warning: '#9a5b00', rounding: '#7a6f00', info: '#5b6b75' } as const;
export const LEVEL_LABELS = LEVEL_NAMES;

/** Whoever has told the system to move less sees nothing slide or fade. */
const canMove = !globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches;

export const antTheme: ThemeConfig = {
  cssVar: { key: 'xj' },
  hashed: false,
  token: {
    colorPrimary: ACCENT,
    colorInfo: ACCENT,
    colorLink: ACCENT,
    fontFamily: FONT,
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 30,
    motion: canMove,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    colorTextBase: '#1d2a31',
    // Dark enough to be read by weak eyes (4.5 : 1).
    colorTextPlaceholder: '#66747c',
    colorTextDescription: '#5b6b75',
    colorTextTertiary: '#5b6b75',
    colorError: '#c62f2f',
    wireframe: false,
  },
  components: {
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#eef2f4' },
    Menu: { itemHeight: 36 },
    Button: { paddingInline: 12 },
  },
};
