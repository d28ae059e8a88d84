// The tabs of 勾稽审核, in their order. A further tab is one entry here.
import type { ComponentType } from 'react';
import { ClaimsTab } from '../claims/claims-tab.tsx';
import { DuplicatesTab } from '../duplicates/duplicates-tab.tsx';
import { LevelsTab } from '../levels/levels-tab.tsx';
import { OwnRulesTab } from '../own-rules/own-rules-tab.tsx';
import { RulesTab } from '../rules/rules-tab.tsx';
import { VersionsTab } from '../versions/versions-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';

export interface CheckTab {
  key: string;
  label: string;
  /** Fills the page below the tabs; drawn while the tab is shown. */
  Content: ComponentType;
}

export const CHECK_TABS: readonly CheckTab[] = [
  { key: 'findings', label: '审核结果', Content: FindingsTab },
  { key: 'claims', label: '声明数', Content: ClaimsTab },
  { key: 'duplicates', label: '重复项目', Content: DuplicatesTab },
  { key: 'levels', label: '县级与市级核对', Content: LevelsTab },
  { key: 'versions', label: '与上一版比较', Content: VersionsTab },
  { key: 'own-rules', label: '自定义审核', Content: OwnRulesTab },
  { key: 'rules', label: '审核规则说明', Content: RulesTab },
];
