// The look of the grid: dense, 13 px, one accent colour.
import { themeQuartz } from 'ag-grid-community';
import { ACCENT, FONT } from '../../ui/theme.ts';

export const gridTheme = themeQuartz.withParams({
  accentColor: ACCENT,
  fontFamily: FONT,
  fontSize: 13,
  headerFontSize: 13,
  headerFontWeight: 600,
  headerBackgroundColor: '#eef2f4',
  headerTextColor: '#26343c',
  borderColor: '#d5dde2',
  columnBorder: { color: '#e4e9ec' },
  headerColumnBorder: { color: '#d5dde2' },
  rowBorder: { color: '#e4e9ec' },
  rowHoverColor: '#f3f7f9',
  cellHorizontalPadding: 6,
  foregroundColor: '#1d2a31',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  pinnedColumnBorder: { color: '#b9c6cd' },
  pinnedRowBackgroundColor: '#e3edf1',
  pinnedRowFontWeight: 600,
});
