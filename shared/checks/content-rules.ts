// T17: physical quantities in 建设内容 that cannot be right. Only what no county builds is named: a road of 2,950 km.

import type { Project } from '#shared/domain/project.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import type { NumberSetting } from './rule-settings.ts';
import { placeText, plainFinding, projectPlace } from './wording.ts';

const LENGTH = {
  id: 'kilometres',
  kind: 'number',
  label: '一个项目的道路、管线长度上限',
  unit: '公里',
  initial: 200,
  least: 1,
  most: 100_000,
} as const satisfies NumberSetting;

const LAND = {
  id: 'mu',
  kind: 'number',
  label: '一个项目的面积上限',
  unit: '亩',
  initial: 100_000,
  least: 10,
  most: 10_000_000,
} as const satisfies NumberSetting;

/** From its first digit on; longer ones are none. */
const NUMBER = '(?<!\\d[,，]?)(\\d[\\d,，]{0,30}(?:\\.\\d+)?)';

interface Measure {
  pattern: RegExp;
  /** Largest plausible figure in the unit of the pattern. */
  most(context: ProjectContext): number;
  suspect: string;
}

const SQUARE_METRES_PER_MU = 666.67;

const MEASURES: readonly Measure[] = [
  {
    pattern: new RegExp(`${NUMBER}\\s*(?:公里|千米|km)(?!/)`, 'gi'),
    most: ({ settings }) => settings.of('T17', LENGTH),
    suspect: '疑把米写成了千米（公里）',
  },
  {
    pattern: new RegExp(`长(?:度)?[约为]?\\s*${NUMBER}\\s*(?:米|m)(?![²2a-z])`, 'gi'),
    most: ({ settings }) => settings.of('T17', LENGTH) * 1000,
    suspect: '长度过大，疑多写了位数',
  },
  {
    pattern: new RegExp(`${NUMBER}\\s*亩`, 'g'),
    most: ({ settings }) => settings.of('T17', LAND),
    suspect: '疑把平方米写成了亩',
  },
  {
    pattern: new RegExp(`${NUMBER}\\s*(?:平方米|㎡|m²|m2)`, 'gi'),
    most: ({ settings }) => settings.of('T17', LAND) * SQUARE_METRES_PER_MU,
    suspect: '面积过大，疑多写了位数',
  },
  {
    pattern: new RegExp(`宽(?:度)?[约为]?\\s*${NUMBER}\\s*(?:米|m)(?![²2a-z])`, 'gi'),
    most: () => 100,
    suspect: '宽度过大，疑把厘米写成了米',
  },
  {
    pattern: new RegExp(`厚(?:度)?[约为]?\\s*${NUMBER}\\s*(?:米|m)(?![²2a-z])`, 'gi'),
    most: () => 5,
    suspect: '厚度过大，疑把厘米写成了米',
  },
  {
    pattern: new RegExp(`厚(?:度)?[约为]?\\s*${NUMBER}\\s*(?:厘米|cm)`, 'gi'),
    most: () => 500,
    suspect: '厚度过大，疑把毫米写成了厘米',
  },
];

function checkQuantities(project: Project, context: ProjectContext): Finding[] {
  const text = project.content;
  if (text === null || !/\d/.test(text)) return [];
  return MEASURES.flatMap(({ pattern, most, suspect }) =>
    [...text.matchAll(pattern)].flatMap((match): Finding[] => {
      const figure = Number((match[1] ?? '').replaceAll(/[,，]/g, ''));
      const limit = most(context);
      if (!(figure > limit)) return [];
      const place = projectPlace(project, '建设内容及规模', 'content');
      const message = `${placeText(place)}：建设内容写“${match[0]}”，${suspect}。请核对数量和单位。`;
      return [plainFinding('T17', 'warning', place, message, { left: match[0], suspect, aspect: match[0] })];
    }),
  );
}

export const QUANTITY_RULE: ProjectRule = {
  id: 'T17',
  level: 'warning',
  scope: 'project',
  title: '工程量合乎常理',
  help: '建设内容里写的长度、面积、宽度、厚度大得不合常理的，多半是单位写错（米写成千米、厘米写成米）。',
  settings: [LENGTH, LAND],
  examples: {
    passes: {
      text: '硬化村内道路 2.95 公里，路宽 3.5 米、厚 0.18 米。',
      projects: [{ content: '硬化村内道路2.95公里，宽3.5米，厚0.18米。' }],
    },
    fails: { text: '硬化道路长 2950 千米：应是 2950 米。', projects: [{ content: '硬化道路长2950千米。' }] },
  },
  check: checkQuantities,
};
