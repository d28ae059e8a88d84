// 规划设置 as a page of the window.
import { SettingOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const PLAN_SETTINGS_PAGE: PageFeature = {
  page: 'settings',
  Icon: SettingOutlined,
  Page: pageOf(async () => (await import('./plan-settings-page.tsx')).PlanSettingsPage),
};
