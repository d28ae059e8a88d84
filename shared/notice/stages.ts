// The stages at which projects are put up (handbook 3.10), and what each says in our own words.
import type { PostingStageId } from '../domain/posting.ts';

export type NoticeStage = 'village' | 'town' | 'county' | 'announcement';

export interface StageSpec {
  name: string;
  /** The end of the title. */
  titleWord: string;
  /** 公示 invites objections for a time; 公告 tells what is decided. */
  hasPeriod: boolean;
  /** `place`: the village, town or county; `what`: '2021—2025年巩固拓展脱贫攻坚成果和乡村振兴项目'. */
  intro: (place: string, what: string, figures: string) => string;
}

/** What a print of a stage is registered as. */
export const REGISTERED_AS: Readonly<Record<NoticeStage, PostingStageId>> = {
  village: 'village',
  town: 'town',
  county: 'county',
  announcement: 'stored',
};

export const STAGES: Readonly<Record<NoticeStage, StageSpec>> = {
  village: {
    name: '村公示',
    titleWord: '拟申报项目公示',
    hasPeriod: true,
    intro: (place, what, figures) =>
      `经村“两委”会议研究、村民代表会议讨论，${place}拟申报${what}${figures}。现把拟申报的项目张榜公布，请村民群众监督。`,
  },
  town: {
    name: '乡镇公示',
    titleWord: '拟上报项目公示',
    hasPeriod: true,
    intro: (place, what, figures) =>
      `各村申报的项目已由${place}逐个核实，必要性、建设内容和投资估算审核通过，拟上报${what}${figures}。现予以公示，请广大群众监督。`,
  },
  county: {
    name: '县级公示',
    titleWord: '项目公示',
    hasPeriod: true,
    intro: (place, what, figures) =>
      `经乡镇审核、行业部门论证，${place}拟安排${what}${figures}。为接受社会监督，现将项目的基本情况予以公示。`,
  },
  announcement: {
    name: '公告',
    titleWord: '项目公告',
    hasPeriod: false,
    intro: (place, what, figures) => `${place}${what}已经公示无异议并审定，${figures.replace(/^，/, '')}。现予以公告。`,
  },
};
