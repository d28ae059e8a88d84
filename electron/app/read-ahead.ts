// What a shell may start before it loads the app itself: reading the file that it was called with.
export { readAhead, stopReadingAhead } from '#electron/services/import/read-ahead.ts';
