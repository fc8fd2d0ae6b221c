/** Ant Design in the colours of the public pages; every pair of text and ground keeps 4.5:1 (WCAG 2.2 AA). */
import { type ThemeConfig, theme } from 'antd';

const FONTS =
  "system-ui, -apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', " +
  "'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'Noto Sans SC Variable', sans-serif";

/** Who has asked the system for less motion sees dialogs and menus come and go at once, and no wave around what was pressed. */
export const MOVES = !matchMedia('(prefers-reduced-motion: reduce)').matches;

const SHARED = { fontFamily: FONTS, fontSize: 14, borderRadius: 6, wireframe: false, motion: MOVES };

export const LIGHT: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...SHARED,
    colorPrimary: '#0b6b57',
    colorInfo: '#0b6b57',
    colorLink: '#0b6b57',
    colorPrimaryBg: '#dff1eb',
    controlItemBgActive: '#dff1eb',
    controlItemBgActiveHover: '#cfe8e0',
    colorLinkHover: '#08503f',
    colorLinkActive: '#08503f',
    colorErrorBg: '#fde7e5',
    colorErrorBorder: '#f0bdb9',
    colorWarningBg: '#fdf0d3',
    colorWarningBorder: '#ecd49b',
    colorSuccessBg: '#dff1eb',
    colorSuccessBorder: '#b3dccf',
    colorInfoBg: '#dff1eb',
    colorInfoBorder: '#b3dccf',
    colorError: '#a8201a',
    colorWarning: '#7a5000',
    colorSuccess: '#0b6b57',
    colorTextBase: '#14211d',
    colorBgLayout: '#f2f6f4',
    colorTextSecondary: '#50615b',
    colorTextTertiary: '#5b6b65',
    colorTextDescription: '#50615b',
    colorTextPlaceholder: '#66756f',
    colorBorder: '#b9c8c2',
    colorBorderSecondary: '#dde6e2',
  },
};

export const DARK: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...SHARED,
    colorPrimary: '#6fd3b8',
    colorInfo: '#6fd3b8',
    colorLink: '#6fd3b8',
    colorPrimaryBg: '#17382f',
    controlItemBgActive: '#17382f',
    controlItemBgActiveHover: '#1f473c',
    colorLinkHover: '#9be3cf',
    colorLinkActive: '#9be3cf',
    colorErrorBg: '#46191a',
    colorErrorBorder: '#7a3532',
    colorWarningBg: '#3a2d10',
    colorWarningBorder: '#6b5525',
    colorSuccessBg: '#17382f',
    colorSuccessBorder: '#2f5f51',
    colorInfoBg: '#17382f',
    colorInfoBorder: '#2f5f51',
    colorError: '#ff9d94',
    colorWarning: '#f0c268',
    colorSuccess: '#6fd3b8',
    colorTextBase: '#e6efeb',
    colorBgBase: '#0e1513',
    colorBgLayout: '#0e1513',
    colorBgContainer: '#17211e',
    colorBgElevated: '#1f2c28',
    colorTextSecondary: '#a3b5ae',
    colorTextTertiary: '#97a9a2',
    colorTextDescription: '#a3b5ae',
    colorTextPlaceholder: '#8fa19a',
    colorTextLightSolid: '#06241c',
    colorBorder: '#41554e',
    colorBorderSecondary: '#31423c',
  },
};
