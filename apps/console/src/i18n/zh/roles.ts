/** Roles that every organisation has, and what a role may do. */
export const zh = {
  'role.owner': '所有者',
  'role.administrator': '管理员',
  'role.recorder': '登记员',
  'role.drafter': '起草员',
  'role.releaser': '放行员',
  'role.auditor': '审计员',
  'role.viewer': '查看者',
  'right.query': '查看记录',
  'right.trace': '追溯来源和去向',
  'right.capture': '登记事件',
  'right.draft': '起草待放行的内容',
  'right.release': '放行他人起草的内容',
  'right.audit': '查看操作记录',
  'right.manage': '管理成员、角色和密钥',
  'right.own': '决定单位的一切，包括指定所有者',
  'right.operate': '运营本系统，批准和暂停单位',
};
