// 依据文件 (SPECS K5): the papers that a plan rests on, for its text, notices and change orders.
import { documentKey } from '../values/document-number.ts';
import { bareText } from '../values/fold-text.ts';
import type { ListSpec } from './list-spec.ts';

/** 〔2021〕19号 at the end of a name that holds its number too: 关于……的通知（财农〔2021〕19号）. */
const NUMBER_IN_TITLE = /[（(]([^（()）]{1,20}[〔[［【]\d{4}[〕\]］】]\s*\d+\s*号)[）)]\s*$/;

export const BASIS_LIST: ListSpec<'basis-document'> = {
  id: 'basis-document',
  name: '依据文件清单',
  noun: '依据文件',
  measure: '份',
  fields: [
    { key: 'number', label: '文号', kind: 'text', words: /文号|(?:文件|发文)(?:编号|字号)/ },
    {
      key: 'title',
      label: '文件名称',
      kind: 'text',
      isLong: true,
      words: /(?:文件|依据|政策|法规|通知)(?:名称|标题|题目)?$|^(?:名称|标题)$/,
    },
    { key: 'date', label: '印发日期', kind: 'day', words: /(?:印发|发文|成文|发布|出台)?(?:日期|时间)$/ },
    {
      key: 'issuer',
      label: '发文机关',
      kind: 'text',
      words: /(?:发文|印发|制定|发布|出台)(?:机关|单位|部门|机构)$|^来源$/,
    },
    { key: 'file', label: '文件存放', kind: 'text', words: /存放|附件|路径|链接/, isOffForm: true },
    { key: 'note', label: '备注', kind: 'text', words: /备注|说明|摘要/ },
  ],
  readAs: ['number', 'date', 'issuer', 'file', 'note', 'title'],
  names: ['title', 'number'],
  needs: ['title', 'number'],
  isUnique: true,
  vocabulary:
    '文件标题 文件编号 发文字号 发文日期 印发时间 发文时间 成文日期 发文单位 印发机关 印发单位 制定机关 名称 依据 政策依据',
  silent: /^(?:序号|项次|编号)$/,
  keyOf: ({ number, title }) => (number ? documentKey(String(number)) : bareText(String(title ?? ''))),
  finish(value) {
    const title = String(value.title ?? '');
    const number = String(value.number ?? '');
    const [tail = '', inside = ''] = number === '' ? (NUMBER_IN_TITLE.exec(title) ?? []) : [];
    const name = tail === '' ? title : title.slice(0, -tail.length).trim();
    return { ...value, number: number || inside, title: name || number };
  },
};
