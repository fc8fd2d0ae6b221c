export const zh = {
  title: '一次性链接',
  opening: '正在打开链接',
  missing: '链接不完整，或者已经打开过。请重新点击收到的链接，或者请管理员再发一个。',
  welcome: '{name}，您好',
  welcomeUnnamed: '您好',
  'purpose.first-start': '这是本系统的第一个账号，由您管理。',
  'purpose.invitation': '您受邀加入组织。',
  'purpose.password': '请为您的账号设置新密码。',
  'purpose.second-factor': '请为您的账号重新设置两步验证。',
  organisation: '组织',
  signIn: '前往登录',
};
