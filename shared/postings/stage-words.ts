// Which stage, level and medium the words of a register mean.
import {
  POSTING_MEDIA,
  type PostingKind,
  type PostingLevel,
  type PostingStageId,
  postingStageOf,
} from '../domain/posting.ts';
import { compactText } from '../values/fold-text.ts';

/** The first that fits counts: what a notice is about goes before who put it up. */
const STAGE_WORDS: readonly (readonly [RegExp, PostingStageId])[] = [
  [/到户|到人|补助(?:花名册|名单|对象|兑付|发放|资金公)|务工(?:奖补|补助)|公益(?:性)?岗位/, 'household'],
  [/收益(?:金)?分配|分红/, 'income'],
  [/资产|确权|移交/, 'asset'],
  [/自评|绩效评价/, 'review'],
  [/绩效/, 'goals'],
  [/调整|变更|调[增减]/, 'change'],
  [/完工|竣工|验收|结算/, 'completion'],
  [/公示牌|实施前|开工前|施工公/, 'start'],
  [/批复后|批复公|项目批复|镇村公告/, 'approved'],
  [/资金(?:分配|安排|下达|使用)|指标文?|分配(?:方案|公)/, 'allocation'],
  [/拟入库/, 'county'],
  [/入库|项目库/, 'stored'],
  [/(?:年度|实施|项目)计划|年度项目/, 'yearplan'],
  [/规划(?:公告|印发|文本)|印发/, 'plan'],
  [/(?:县|区|市|旗)级?公[示告]|县[级审]/, 'county'],
  [/(?:乡|镇|街道)(?:镇|级)?公[示告]|乡镇?审|拟上报/, 'town'],
  [/村级?公[示告]|村申报|拟申报/, 'village'],
];

const OF_LEVEL: Readonly<Record<PostingLevel, PostingStageId>> = {
  村: 'village',
  乡镇: 'town',
  县: 'county',
  项目实施地: 'start',
};

/**
 * null where the words do not say it. 项目库村级公示 is the village's, while a 公告 tells what was stored. `level` decides for
 * 项目公示 and the like.
 */
export function stageOfWords(type: string, title: string, level: PostingLevel | null): PostingStageId | null {
  const named = postingStageOf(compactText(type));
  if (named !== null) return named;
  for (const words of [type, title].map(compactText)) {
    const found = STAGE_WORDS.find(([pattern]) => words !== '' && pattern.test(words))?.[1];
    if (found === 'stored' && level !== null && /公示/.test(words) && !/公告/.test(words)) return OF_LEVEL[level];
    if (found !== undefined) return found;
  }
  const isPlain = [type, title].some((words) => /公[示告]|项目/.test(words));
  return level !== null && isPlain ? OF_LEVEL[level] : null;
}

export function levelOfWords(...texts: readonly string[]): PostingLevel | null {
  for (const whole of texts.map(compactText)) {
    // 县农业农村局, 乡村振兴局 are no villages.
    const text = whole.replace(/农业农村|乡村振兴|农村|乡村/g, '');
    if (text === '') continue;
    if (/实施地|项目地|施工现场|现场/.test(text)) return '项目实施地';
    if (/村|社区/.test(text)) return '村';
    if (/乡|镇|街道/.test(text)) return '乡镇';
    if (/县|区|市|旗|局|政府/.test(text)) return '县';
  }
  return null;
}

export function kindOfWords(type: string, title: string): PostingKind | null {
  for (const text of [type, title]) {
    if (/公告|公开/.test(text)) return '公告';
    if (/公示/.test(text)) return '公示';
  }
  return null;
}

const MEDIA_WORDS: readonly (readonly [RegExp, (typeof POSTING_MEDIA)[number]])[] = [
  [/网|门户|平台/, '网站'],
  [/微信|公众号|群/, '微信、村务群'],
  [/广播|喇叭/, '广播'],
  [/公示牌|标牌/, '公示牌'],
  [/栏|张贴|张榜|墙|公示板/, '公开栏'],
];

/** The medium of the list that a text means; another text stays as it is. */
export function mediumOfWords(text: string): string {
  const known = POSTING_MEDIA.find((medium) => medium === text.trim());
  if (known) return known;
  const found = MEDIA_WORDS.filter(([pattern]) => pattern.test(text));
  return found.length === 1 ? (found[0]?.[1] ?? text.trim()) : text.trim();
}
