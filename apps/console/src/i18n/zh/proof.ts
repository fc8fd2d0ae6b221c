export const zh = {
  title: '请再次验证身份',
  lead: '此操作关系到账号安全，而您上次验证已超过十分钟。',
  password: '密码',
  'password.missing': '请输入密码',
  code: '验证码',
  'code.hint': '验证器应用中的 6 位数字，或者一个恢复码。',
  'code.missing': '请输入验证码或恢复码',
  submit: '验证并继续',
  cancel: '取消',
};
