// What the tab keeps of an import while the page is loaded anew.
import { expect, it } from 'vitest';
import { type ImportState, START } from '#renderer/features/import/import-state.ts';
import { keepImport, takeKeptImport } from '#renderer/features/import/kept-import.ts';
import { makePreview } from './previews.ts';

function makeTab(mostCharacters = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, text: string) {
      if (text.length > mostCharacters) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}

const shown: ImportState = {
  ...START,
  stage: 'preview',
  files: ['项目表.xlsx'],
  preview: makePreview(),
  choices: { skipRows: ['0:5'] },
  tab: 'rows',
};

it('is an import under way, with its choices, once', () => {
  const tab = makeTab();
  keepImport(shown, tab);
  expect(takeKeptImport(tab)).toMatchObject({
    stage: 'preview',
    previewId: 'p1',
    files: ['项目表.xlsx'],
    choices: { skipRows: ['0:5'] },
    tab: 'rows',
  });
  expect(takeKeptImport(tab)).toBeNull();
});

it('is nothing where none was begun or one is done', () => {
  const tab = makeTab();
  keepImport(shown, tab);
  keepImport(START, tab);
  expect(takeKeptImport(tab)).toBeNull();
  keepImport({ ...shown, stage: 'done' }, tab);
  expect(takeKeptImport(tab)).toBeNull();
});

it('is at least the fact that there was one where the tab has no room', () => {
  const tab = makeTab(120);
  keepImport(shown, tab);
  expect(takeKeptImport(tab)).toMatchObject({ stage: 'preview', previewId: null });
});
