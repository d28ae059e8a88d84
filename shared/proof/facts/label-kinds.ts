// What the labels of a table are the names of: years, places, fund sources, measures, or classes of any kind.

import { isTotalWord } from '../tables/axis.ts';

export type LabelKind = 'year' | 'place' | 'source' | 'measure' | 'whole' | 'done' | 'heading' | 'class';

const YEAR = /^“?(20\d\d)年?(?:度|计划|投资|安排|资金|项目|底|目标值?|现状值?|基期值?|完成值?|[（(].*)*$/;
const PLACE =
  /(?:省|市|县|区|旗|州|盟|镇|乡|街道|街道办|街道办事处|办事处|苏木|村|社区|农场|林场|牧场|管委会|开发区|管理区|园区|师|团|嘎查)$/;
/** 公共服务区 is rare; what is done in a place is no place. */
const NO_PLACE = /建设|设施|项目|工程|示范|整治|改造|环境|安置区|搬迁|产业|治理|发展/;
const SOURCE =
  /资金$|自筹|贷款|债券|捐赠|协作|(?:资本|投入|出资|补助|配套)$|财政|^(?:中央|省|市|县|区|州|盟|旗)级?(?:资金|补助|安排)?$|地方|^(?:银行|金融|社会|群众|企业|业主|农户|村集体)(?:资金|投资)?$|^其(?:他|它)(?:资金|来源)?$/;
const WHOLE =
  /^(?:规划|计划|项目|估算|概算|预计|工程|本年度?|当年|年度|整合|统筹|安排)*(?:总投资|投资总额|投资合计|投资额?|资金总额|总额|总规模|投资规模|资金规模|资金|金额|总概算|投资概算|投资估算|概算|估算|计划投资|规划投资|预算|总资金|资金总量|资金需求|合计|小计|总计|总量|规模|数)(?:概算|估算|规模|额|数)?$/;
const COUNT = /^(?:规划|计划|建设|实施|工程|子)*(?:项目)?(?:总个数|个数|项目数|项目总数|数量|总数|项数|项目数量|项目)$/;
/** Another time, or what became of it: no plan. */
export const DONE = /^上年|^上一年|^去年|完成|到位|支付|支出|拨付|报账|下达|已|实际/;
const HEADING =
  /^(?:其中|资金来源|资金构成|资金筹措|筹资方式|资金筹措方式|来源|分年度?(?:投资|计划|安排)?|年度(?:投资|计划|安排|目标)?|按.{1,6}分|规划目标|目标值?|建设任务|规模|序号|备注|项目类别|类别)$/;

/** What one label is by itself. */
export function kindOfLabel(label: string): LabelKind {
  if (YEAR.test(label)) return 'year';
  if (isTotalWord(label) || WHOLE.test(label) || COUNT.test(label)) return DONE.test(label) ? 'done' : 'whole';
  if (HEADING.test(label)) return 'heading';
  if (DONE.test(label) && /资金|投资|个数|项目数|规模|数$|率$/.test(label)) return 'done';
  if (/占比|比重|占.{0,8}比例/.test(label)) return 'measure';
  if (PLACE.test(label) && !NO_PLACE.test(label)) return 'place';
  return SOURCE.test(label) ? 'source' : 'class';
}

export function yearOf(label: string): number | null {
  const year = YEAR.exec(label)?.[1];
  return year === undefined ? null : Number(year);
}

const PLACE_HEAD = /^(?:县|市|区|乡|镇|街道|地区|行政区|单位名称|县市区|乡镇|实施地点|所属|旗|地点|村)/;
const SOURCE_HEAD = /来源|资金构成|筹措|筹资|资金名称|资金类别|资金渠道/;

/** What most labels of an axis are; `head` is what stands over them. */
export function kindOfAxis(labels: readonly string[], head: string): 'year' | 'place' | 'source' | 'class' {
  const used = labels.map(kindOfLabel).filter((kind) => kind !== 'whole' && kind !== 'heading');
  const share = (kind: LabelKind): number => used.filter((own) => own === kind).length / Math.max(1, used.length);
  if (share('year') >= 0.5) return 'year';
  if (share('place') >= 0.6 || (PLACE_HEAD.test(head) && share('source') < 0.5)) return 'place';
  if (share('source') >= 0.6 || (SOURCE_HEAD.test(head) && used.length > 0)) return 'source';
  return 'class';
}
