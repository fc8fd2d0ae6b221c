export const zh = {
  title: '首页',
  hello: '{name}，您好',
  person: '登录人',
  organisation: '当前组织',
  name: '名称',
  code: '组织代码',
  by: '代办组织',
  others: '您所在的其他组织',
  none: '您尚未加入任何组织。请联系贵单位的管理员，向其索取邀请链接。',
};
