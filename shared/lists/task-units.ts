// Who answers for a task: 牵头 and 配合 units from one cell (区农业农村局牵头，区财政局配合; 牵头单位：…；配合单位：…).

export interface TaskUnits {
  lead: string;
  partners: string;
  /** Nobody said who leads: the first of several was taken. */
  isGuessed: boolean;
}

const LEADS = /^(?:牵头|主办|主责|责任)(?:单位|部门)?[：:]/;
const HELPS = /^(?:配合|协办|协同|参与|参加)(?:单位|部门)?[：:]/;
const LEAD_MARK = /[（(](?:牵头|主办|主责)(?:单位|部门)?[）)]|(?:牵头|主办|负责)$/;
const HELP_MARK = /[（(](?:配合|协办|参与)(?:单位|部门)?[）)]|(?:配合|协办|参与)$/;

/** Pure. Units of a group are joined by 、. */
export function readUnits(cell: string): TaskUnits {
  const lead: string[] = [];
  const partners: string[] = [];
  const open: string[] = [];
  for (const part of cell.split(/[；;。\n]+|[，,](?=.*(?:配合|协办|参与)(?:[。；;]|$))/)) {
    let at: string[] = open;
    let text = part.trim();
    if (LEADS.test(text)) at = lead;
    else if (HELPS.test(text)) at = partners;
    text = text.replace(LEADS, '').replace(HELPS, '');
    // 区农业农村局、区财政局配合: the word stands for all of its part.
    if (at === open && /(?:配合|协办|参与)$/.test(text)) at = partners;
    if (at === open && /(?:牵头|主办|负责)$/.test(text)) at = lead;
    for (const one of text.split(/[、，,\s]+/)) {
      const name = one.replace(LEAD_MARK, '').replace(HELP_MARK, '');
      if (name === '') continue;
      (LEAD_MARK.test(one) ? lead : HELP_MARK.test(one) ? partners : at).push(name);
    }
  }
  if (lead.length > 0) return { lead: lead.join('、'), partners: [...open, ...partners].join('、'), isGuessed: false };
  const [first = '', ...others] = open;
  return { lead: first, partners: [...others, ...partners].join('、'), isGuessed: others.length > 0 };
}
