export const zh = {
  name: '姓名',
  'name.missing': '请输入姓名',
  loginName: '登录名',
  'loginName.hint': '登录时输入：名称、手机号码或邮箱。',
  'loginName.missing': '请输入登录名',
  password: '密码',
  'password.new': '新密码',
  'password.hint': '至少 8 个字符，一句好记的话最好；不能是姓名或单位名称。',
  'password.missing': '请输入密码',
  'password.short': '密码至少 8 个字符',
};
