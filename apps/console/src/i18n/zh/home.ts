export const zh = {
  title: '首页',
  hello: '{name}，您好',
  person: '登录人',
  organisation: '当前单位',
  name: '名称',
  code: '单位编码',
  role: '我的角色',
  none: '您尚未加入任何单位。请联系贵单位的管理员，向其索取邀请链接。',
  rights: '我在这里可以',
  unnamed: '未填写名称',
};
