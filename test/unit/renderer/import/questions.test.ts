import { expect, test } from 'vitest';
import {
  answerAll,
  headingGroups,
  isLongList,
  keepQuestions,
  openQuestions,
  proposedOption,
} from '#renderer/features/import/questions.ts';
import type { ImportQuestion } from '#shared/import/preview.ts';
import { makePreview } from './previews.ts';

const ask = (id: string, options = 2): ImportQuestion => ({
  id,
  message: id,
  options: Array.from({ length: options }, (_, index) => ({ value: String(index), label: String(index) })),
  assumed: null,
});

test('an answered question stays in its place although the backend asks it no more', () => {
  const choices = { answers: { unit: '万元' } };
  const kept = keepQuestions([ask('unit'), ask('name')], [ask('name'), ask('X07')], choices);
  expect(kept.map(({ id }) => id)).toEqual(['unit', 'name', 'X07']);
});

test('an unanswered question that no longer arises goes', () => {
  expect(keepQuestions([ask('unit'), ask('name')], [ask('name')], {}).map(({ id }) => id)).toEqual(['name']);
});

test('a question asked again shows its new options', () => {
  const [question] = keepQuestions([ask('name', 2)], [ask('name', 3)], { answers: { name: '0' } });
  expect(question?.options).toHaveLength(3);
});

test('open are those without an answer, assumed ones too', () => {
  const preview = makePreview({ questions: [{ ...ask('unit'), assumed: '0' }, ask('name')] });
  expect(openQuestions(preview, {}).map(({ id }) => id)).toEqual(['unit', 'name']);
  expect(openQuestions(preview, { answers: { unit: '' } }).map(({ id }) => id)).toEqual(['name']);
});

test('a list of categories is a box to search in, a handful of options are radios', () => {
  expect(isLongList(ask('unit', 5))).toBe(false);
  expect(isLongList(ask('category', 40))).toBe(true);
});

test('what is proposed may differ from what is assumed unasked, or be nothing', () => {
  expect(proposedOption({ ...ask('unit'), assumed: '万元' })).toBe('万元');
  expect(proposedOption({ ...ask('category:产业发展'), assumed: '', proposed: 'industry' })).toBe('industry');
  expect(proposedOption({ ...ask('region'), assumed: 'yes', proposed: null })).toBeNull();
});

test('the headings of a table are answered at once, table by table; a single one needs no bar', () => {
  const heading = (table: string, text: string): ImportQuestion => ({
    ...ask(`${table}/category:${text}`),
    heading: { text, sheet: table },
    file: '甲.xlsx',
  });
  const questions = [heading('a', '魔芋产业'), ask('a/unit'), heading('a', '茶叶/产业'), heading('b', '魔芋产业')];
  const groups = headingGroups(questions);
  expect(groups.map(({ file, sheet, questions: own }) => [file, sheet, own.length])).toEqual([['甲.xlsx', 'a', 2]]);
  const choices = answerAll({ answers: { 'a/unit': '元' } }, groups[0]?.questions ?? [], '+');
  expect(choices.answers).toEqual({ 'a/unit': '元', 'a/category:魔芋产业': '+', 'a/category:茶叶/产业': '+' });
});
