// The tables of a province's database: columns with what they mean. Statements are made from this list; only SQL that
// PostgreSQL and the databases that grew from it all speak.

export type ColumnType = 'text' | 'integer' | 'bigint' | 'numeric' | 'date' | 'timestamptz' | 'boolean';

export interface PublishColumn {
  name: string;
  type: ColumnType;
  /** In Chinese, for whoever looks at the database. */
  comment: string;
  isRequired?: boolean;
}

export interface PublishTable {
  name: string;
  comment: string;
  columns: readonly PublishColumn[];
  /** Columns of the primary key; [] where rows may be equal. */
  key: readonly string[];
}

const column = (name: string, type: ColumnType, comment: string): PublishColumn => ({ name, type, comment });
const must = (name: string, type: ColumnType, comment: string): PublishColumn => ({
  ...column(name, type, comment),
  isRequired: true,
});

const PUBLICATION_ID = must('publication_id', 'text', '发布号');
const PROJECT_ID = must('project_id', 'text', '项目内部号');

/** Version of the tables and views; a database of a newer program is left alone. */
export const SCHEMA_VERSION = 1;

export const PUBLICATION: PublishTable = {
  name: 'publication',
  comment: '发布：一个工作簿的一个状态',
  key: ['id'],
  columns: [
    must('id', 'text', '发布号'),
    must('region_code', 'text', '编制单位行政区划代码'),
    must('region_name', 'text', '编制单位'),
    must('region_level', 'text', '级别'),
    must('title', 'text', '规划名称'),
    must('first_year', 'integer', '规划期首年'),
    must('last_year', 'integer', '规划期末年'),
    must('head', 'text', '校验码（全）'),
    must('step', 'bigint', '日志步数'),
    column('saved_at', 'timestamptz', '最后一次修改的时间'),
    must('as_of', 'date', '截至日'),
    must('month_before', 'date', '上月末'),
    must('published_at', 'timestamptz', '发布时间'),
    must('is_current', 'boolean', '是否现行；不现行的只留这一行'),
    must('project_count', 'integer', '项目个数'),
    must('total_fen', 'bigint', '总投资（分）'),
    must('file', 'text', '工作簿文件名'),
    must('program', 'text', '程序版本'),
  ],
};

/** All of them hold rows of current publications only. */
export const FACT_TABLES: readonly PublishTable[] = [
  {
    name: 'region',
    comment: '行政区划',
    key: ['publication_id', 'code'],
    columns: [
      PUBLICATION_ID,
      must('code', 'text', '代码'),
      must('name', 'text', '名称'),
      must('level', 'text', '级别：province、city、county、town、village'),
      column('parent_code', 'text', '上级代码'),
      must('position', 'integer', '顺序'),
    ],
  },
  {
    name: 'category',
    comment: '规划类别',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '类别号'),
      must('scheme', 'text', '类别体系'),
      column('parent_id', 'text', '上级类别'),
      must('ordinal', 'text', '序号'),
      must('name', 'text', '名称'),
      must('position', 'integer', '顺序'),
    ],
  },
  {
    name: 'category_mapping',
    comment: '类别对应：一个体系的类别算作另一个体系的哪一类',
    key: ['publication_id', 'from_id', 'to_id'],
    columns: [PUBLICATION_ID, must('from_id', 'text', '类别号'), must('to_id', 'text', '算作')],
  },
  {
    name: 'fund_source',
    comment: '资金来源',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '来源号'),
      column('parent_id', 'text', '上级来源'),
      must('name', 'text', '名称'),
      must('position', 'integer', '顺序'),
    ],
  },
  {
    name: 'indicator',
    comment: '规划指标',
    key: ['publication_id', 'number'],
    columns: [
      PUBLICATION_ID,
      must('number', 'integer', '序号'),
      must('group_name', 'text', '类别'),
      must('name', 'text', '指标'),
      column('unit', 'text', '单位'),
      column('base_year', 'text', '基期'),
      column('base_value', 'text', '基期值'),
      must('target_year', 'text', '目标年'),
      column('target_value', 'text', '目标值'),
      must('attribute', 'text', '属性'),
    ],
  },
  {
    name: 'project',
    comment: '项目表；责任人和电话不发布',
    key: ['publication_id', 'project_id'],
    columns: [
      PUBLICATION_ID,
      PROJECT_ID,
      must('position', 'integer', '顺序'),
      column('code', 'text', '项目编号'),
      must('name', 'text', '项目名称'),
      column('category_id', 'text', '规划类别号'),
      must('class_path', 'text', '规划类别，从上到下'),
      must('class_name', 'text', '一级类别；没有的为“未分类”'),
      must('upper_class', 'text', '算作市级的哪一类；没有对应的为一级类别'),
      must('county_code', 'text', '县（市、区）代码'),
      must('county_name', 'text', '县（市、区）'),
      column('town', 'text', '乡镇（街道）'),
      column('village', 'text', '村（社区）'),
      column('nature', 'text', '建设性质'),
      column('content', 'text', '建设内容及规模'),
      column('start_at', 'text', '开工年（月）'),
      column('end_at', 'text', '完工年（月）'),
      column('households', 'integer', '受益户数'),
      column('people', 'integer', '受益人数'),
      column('poor_households', 'integer', '其中脱贫户、监测户'),
      column('poor_people', 'integer', '其中脱贫人口、监测对象'),
      column('villages', 'integer', '受益村数'),
      column('unit', 'text', '责任单位'),
      column('department', 'text', '主管部门'),
      column('implementer', 'text', '实施单位'),
      column('national_type', 'text', '项目类型'),
      column('national_subtype', 'text', '二级项目类型、项目子类型'),
      column('goal', 'text', '绩效目标'),
      column('linkage', 'text', '联农带农机制'),
      column('participation', 'text', '群众参与'),
      column('subsidy_standard', 'text', '补助标准'),
      column('document_number', 'text', '文号'),
      column('note', 'text', '备注'),
      column('total_fen', 'bigint', '总投资（分），空为未填'),
      must('counted_fen', 'bigint', '汇总表所计投资（分）：按工作簿选定的口径'),
    ],
  },
  {
    name: 'own_value',
    comment: '自定义栏目：各单位在项目表里自己加的栏目',
    key: ['publication_id', 'project_id', 'column_name'],
    columns: [PUBLICATION_ID, PROJECT_ID, must('column_name', 'text', '栏目'), must('value', 'text', '内容')],
  },
  {
    name: 'allocation',
    comment: '项目投资，如项目表所填：年度和来源都空为总投资，一个空为分来源或分年度，都有为年度×来源',
    key: [],
    columns: [
      PUBLICATION_ID,
      PROJECT_ID,
      column('year', 'text', '年度；before 期前，later 期后'),
      column('source_id', 'text', '来源号'),
      must('amount_fen', 'bigint', '金额（分）'),
    ],
  },
  {
    name: 'project_source',
    comment: '项目所计投资按一级来源，加起来等于所计投资；“未分解”为没有填来源的，“超出”为来源之和多出的（负数）',
    key: ['publication_id', 'project_id', 'source_name'],
    columns: [
      PUBLICATION_ID,
      PROJECT_ID,
      must('source_name', 'text', '资金来源'),
      must('position', 'integer', '顺序'),
      must('amount_fen', 'bigint', '金额（分）'),
    ],
  },
  {
    name: 'life_event',
    comment: '项目办理和状态变化',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '号'),
      PROJECT_ID,
      must('kind', 'text', '种类：state 到某状态，returned 退回，paused 暂缓，resumed 恢复实施，dropped 清理出库'),
      column('to_state', 'text', '到的状态'),
      column('date', 'date', '日期'),
      must('office', 'text', '单位'),
      must('verdict', 'text', '结论'),
      must('document_number', 'text', '文号'),
      must('reason', 'text', '原因'),
      column('settled_fen', 'bigint', '审定结算价（分）'),
      must('is_backfilled', 'boolean', '补录'),
    ],
  },
  {
    name: 'fund_batch',
    comment: '资金批次（指标文）',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '批次号'),
      must('year', 'integer', '资金年度'),
      column('source_id', 'text', '来源号'),
      must('source_text', 'text', '指标文所写来源'),
      must('direction', 'text', '方向'),
      must('kind', 'text', '批次'),
      must('upper_number', 'text', '上级文号'),
      column('upper_date', 'date', '上级下达日期'),
      must('own_number', 'text', '本级文号'),
      column('own_date', 'date', '本级下达日期'),
      column('received_date', 'date', '收到日期'),
      must('amount_fen', 'bigint', '金额（分）'),
      must('unallocated_fen', 'bigint', '截至日未分配（分）'),
      column('start_by', 'date', '要求开工日期'),
      column('finish_by', 'date', '要求完工日期'),
      column('pay_by', 'date', '要求支付日期'),
    ],
  },
  {
    name: 'fund_line',
    comment: '资金分配到项目；project_id 为 fee 的是项目管理费',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '号'),
      must('batch_id', 'text', '批次号'),
      PROJECT_ID,
      must('amount_fen', 'bigint', '金额（分）'),
      column('date', 'date', '日期，空为批次的日期'),
      must('document_number', 'text', '文号'),
    ],
  },
  {
    name: 'payment',
    comment: '支付；收款人不发布',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '号'),
      PROJECT_ID,
      column('batch_id', 'text', '批次号'),
      must('date', 'date', '日期'),
      must('amount_fen', 'bigint', '金额（分）'),
      must('stage', 'text', '款项'),
      must('voucher', 'text', '凭证号'),
    ],
  },
  {
    name: 'progress_note',
    comment: '形象进度和完成投资',
    key: ['publication_id', 'id'],
    columns: [
      PUBLICATION_ID,
      must('id', 'text', '号'),
      PROJECT_ID,
      must('date', 'date', '日期'),
      column('percent', 'numeric', '进度（%）'),
      column('done_fen', 'bigint', '完成投资（分）'),
      must('text', 'text', '形象进度'),
      must('problem', 'text', '问题'),
    ],
  },
  {
    name: 'progress',
    comment: '项目到截至日和上月末的状态、下达、支付、完成，由程序算出',
    key: ['publication_id', 'project_id', 'as_of'],
    columns: [
      PUBLICATION_ID,
      PROJECT_ID,
      must('county_code', 'text', '县（市、区）代码'),
      must('as_of', 'date', '截至日'),
      must('state', 'text', '状态'),
      must('life_state', 'text', '办理到哪一步'),
      must('is_dropped', 'boolean', '已清理出库'),
      must('is_released', 'boolean', '已下达资金'),
      must('is_started', 'boolean', '已开工'),
      must('is_finished', 'boolean', '已竣工'),
      must('is_overdue', 'boolean', '逾期'),
      must('is_industry', 'boolean', '产业项目'),
      must('released_fen', 'bigint', '下达（分）'),
      must('paid_fen', 'bigint', '支付（分）'),
      must('done_fen', 'bigint', '完成投资（分）'),
      column('percent', 'numeric', '进度（%）'),
    ],
  },
  {
    name: 'provenance',
    comment: '项目从哪个文件的哪一行导入',
    key: ['publication_id', 'project_id'],
    columns: [
      PUBLICATION_ID,
      PROJECT_ID,
      must('file', 'text', '文件'),
      must('sheet', 'text', '工作表'),
      must('row_number', 'integer', '行'),
    ],
  },
];
