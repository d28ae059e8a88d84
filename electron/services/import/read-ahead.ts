// Reading before the program is loaded. This file imports next to nothing, which is its point.
export { readAhead, stopReadingAhead } from '#electron/excel/read/read-ahead.ts';
