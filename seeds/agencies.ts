// The units that changed everywhere: 扶贫办 became 乡村振兴局 in 2021, whose work went to 农业农村局 by the end of 2024.
import type { Agency } from '#shared/domain/agencies.ts';

export const USUAL_AGENCIES: readonly Agency[] = [
  {
    id: 'poverty-office',
    name: '扶贫开发办公室',
    aliases: ['扶贫办', '扶贫开发领导小组办公室', '脱贫办', '扶贫开发局', '扶贫局'],
    from: null,
    to: 2021,
    successor: 'rural-revitalisation',
  },
  {
    id: 'rural-revitalisation',
    name: '乡村振兴局',
    aliases: ['乡村振兴办', '乡村振兴办公室'],
    from: 2021,
    to: 2024,
    successor: 'agriculture',
  },
  {
    id: 'agriculture',
    name: '农业农村局',
    aliases: ['农业局', '农牧局', '农业农村委员会', '农业农村委'],
    from: null,
    to: null,
    successor: null,
  },
];
