/** Refusals of signing in, people and organisations. */
import type { ProblemEntry } from '../problem-entry.ts';

const entry = (status: number, zh: string, en: string): ProblemEntry => ({
  status,
  epcis:
    status === 404
      ? 'NoSuchResourceException'
      : status < 404 && status > 400
        ? 'SecurityException'
        : 'ValidationException',
  title: { zh, en },
});

export const ACCOUNT_PROBLEMS = {
  'request.foreign-origin': entry(
    403,
    '请求来自其他网站，未予执行',
    'The request comes from another site and was not carried out',
  ),
  'session.missing': entry(401, '请先登录', 'Sign in first'),
  'person.only': entry(403, '此操作须由人员登录后进行，密钥不能代替', 'A person does this, signed in; a key does not'),
  'draft.not-own': entry(
    403,
    '只能撤回自己起草的内容',
    'One takes back what one has written, and sends back what others have',
  ),
  'session.unfinished': entry(
    401,
    '登录尚未完成：请先完成第二步验证',
    'Signing in is not finished: the second step is still to come',
  ),
  'backup.not-offered': entry(
    404,
    '此安装使用单独的数据库服务器，请在服务器上用 suyuan backup 备份',
    'This installation has a database server of its own: make the backup there, with suyuan backup',
  ),
  'backup.under-way': entry(
    409,
    '正在进行另一次备份，请等它结束',
    'Another backup is under way: wait until it is done',
  ),
  'personal.value': entry(
    400,
    '填写的内容不符合其类别（{kind}）的形式',
    'What was given has not the form of its kind ({kind})',
  ),
  'personal.purpose': entry(
    400,
    '请写明查看的用途，其中不要写电话号码或证件号码',
    'Say what it is read for, without a telephone or identity number in it',
  ),
  'personal.erased': entry(
    410,
    '该个人信息已于 {at} 删除，无法再查看',
    'This personal information was erased at {at} and can be read no more',
  ),
  'session.stale': entry(
    403,
    '此操作需要再次验证身份：请重新输入密码',
    'This needs a fresh proof of who you are: type your password again',
  ),
  'sign-in.wrong': entry(401, '登录名或密码不正确', 'The name or the password is not right'),
  'sign-in.factor-wrong': entry(
    401,
    '验证码不正确：请确认手机时间准确，并输入最新的验证码',
    'The code is not right: see that the clock of the device is right, and take its newest code',
  ),
  'sign-in.factor-used': entry(
    401,
    '此验证码已使用过，请等待下一个',
    'This code was used already: wait for the next one',
  ),
  'sign-in.factor-ahead': entry(
    401,
    '验证码不正确：手机时间似乎快了，请校准后再试',
    'The code is not right: the clock of the device seems to be fast; set it and try again',
  ),
  'sign-in.factor-behind': entry(
    401,
    '验证码不正确：手机时间似乎慢了，请校准后再试',
    'The code is not right: the clock of the device seems to be slow; set it and try again',
  ),
  'sign-in.blocked': entry(429, '尝试次数过多，请在 {seconds} 秒后再试', 'Too many tries: wait {seconds} seconds'),
  'right.missing': entry(
    403,
    '您在此单位的角色不含此项权限（{right}）',
    'Your role in this organisation does not include this ({right})',
  ),
  'organisation.none': entry(
    403,
    '您还不属于任何单位，或尚未选择单位',
    'You are in no organisation, or have not chosen one',
  ),
  'organisation.not-yours': entry(
    404,
    '没有您可代表的单位：{id}',
    'There is no organisation {id} that you may act for',
  ),
  'organisation.pending': entry(403, '单位的注册尚待批准', 'The organisation waits to be approved'),
  'organisation.suspended': entry(
    403,
    '单位已暂停使用：可以查看，不能登记或更改',
    'The organisation is suspended: it may read, and neither record nor change anything',
  ),
  'organisation.merged': entry(
    403,
    '单位已并入另一单位：请以合并后的单位登记',
    'The organisation was merged into another: record on behalf of that one',
  ),
  'organisation.closed': entry(
    403,
    '单位已关闭：记录保留，可以查看',
    'The organisation is closed: its records are kept and may be read',
  ),
  'organisation.code-taken': entry(409, '编码 {code} 已属于另一单位', 'The code {code} is another organisation’s'),
  'organisation.code-invalid': entry(400, '编码 {code} 无效：{reason}', 'The code {code} is not valid: {reason}'),
  'organisation.state': entry(
    409,
    '单位当前状态为“{status}”，不能如此更改',
    'The organisation is {status}: that cannot be done now',
  ),
  'organisation.last-owner': entry(
    409,
    '单位至少须有一位所有者：请先指定另一位',
    'An organisation keeps one owner at least: name another first',
  ),
  'person.has-factor': entry(409, '已设置第二步验证', 'A second factor is set up already'),
  'person.no-factor': entry(409, '尚未设置第二步验证', 'No second factor is set up'),
  'person.factor-required': entry(
    409,
    '您的单位要求第二步验证，不能关闭',
    'Your organisation asks for a second factor: it cannot be removed',
  ),
  'person.login-name': entry(
    400,
    '登录名应为两个字以上的名称、手机号码或邮箱，不能是身份证号码',
    'A login name is a name of two characters or more, a telephone or an e-mail, and no identity number',
  ),
  'person.login-name-taken': entry(409, '此登录名已有人使用', 'Somebody has this login name already'),
  'person.last-login-name': entry(409, '至少保留一个登录名', 'One login name has to stay'),
  'person.password-short': entry(400, '密码至少 8 个字符', 'A password has eight characters at least'),
  'person.password-long': entry(400, '密码最多 128 个字符', 'A password has 128 characters at most'),
  'person.password-common': entry(400, '此密码太常见，容易被猜中', 'This password is among those that are tried first'),
  'person.password-context': entry(
    400,
    '密码不能就是姓名、单位或产品的名称',
    'A password is not a name of yours, of your organisation or of this product',
  ),
  'person.elsewhere': entry(
    403,
    '此人还属于其他单位：其登录信息只能由本人或运营者重置',
    'This person is in other organisations too: only the person or the operator resets how it signs in',
  ),
  'person.already-member': entry(409, '此人已是本单位成员', 'This person is in the organisation already'),
  'link.invalid': entry(
    404,
    '链接无效、已使用或已过期：请向给您链接的人索取新的',
    'The link is not valid, was used, or has expired: ask whoever gave it to you for a new one',
  ),
  'oidc.unknown': entry(
    403,
    '此统一认证账号尚未与本平台的任何人员关联：请先以其他方式登录后关联，或使用邀请链接加入',
    'This account of the provider is nobody’s here yet: sign in another way and link it, or join by an invitation',
  ),
  'oidc.flow': entry(
    400,
    '登录已超过 10 分钟、已使用过，或不是从此浏览器开始：请重新登录',
    'This sign-in is older than ten minutes, was used already, or began in another browser: begin it once more',
  ),
  'oidc.disabled': entry(404, '没有此登录方式，或已停用', 'There is no such way to sign in, or it was ended'),
  'oidc.strength': entry(
    403,
    '统一认证未达到要求的验证强度：请以更高的验证级别重新登录',
    'The provider did not ask as strongly as it has to: sign in there once more, by stronger means',
  ),
  'oidc.taken': entry(
    409,
    '此统一认证账号已与他人关联，或您已关联其中的另一账号',
    'The account of the provider is somebody else’s here, or you have linked another of it',
  ),
  'person.last-way': entry(
    409,
    '这是您唯一的登录方式：请先设置登录名和密码，或关联另一账号',
    'This is your only way to sign in: set a login name and a password, or link another account first',
  ),
  'provider.issuer': entry(
    400,
    '统一认证服务的地址须以 https:// 开头，且不含参数',
    'A provider is named by an address that begins with https:// and has no parameters',
  ),
  'provider.admit': entry(
    400,
    '未经邀请即可加入的角色，须属于该认证服务所在的单位，且不含管理权限',
    'Whoever joins without an invitation joins the organisation of the provider, in a role that manages nothing',
  ),
  'role.unknown': entry(400, '没有此角色：{role}', 'There is no role {role}'),
  'role.in-use': entry(
    409,
    '已有成员或邀请使用过此角色：{role}',
    'People are, were, or are invited to be in the role {role}',
  ),
  'role.given': entry(
    409,
    '预设角色不能更改：{role}；可新建一个角色',
    'The role {role} is everybody’s and stays: make one of your own',
  ),
  'role.beyond': entry(403, '不能授予自己没有的权限', 'Nobody gives rights that they do not have'),
  'key.scopes': entry(400, '密钥的范围不能超出其角色（{role}）', 'A key is for no more than its role ({role})'),
  'key.site': entry(400, '场所不存在、已关闭或没有编码', 'There is no such site, it is closed, or it has no code'),
  'key.expiry': entry(400, '有效期须为将来的时间', 'A key ends at a time to come'),
  'branch-sheet.unreadable': entry(
    400,
    '文件不是可读取的 .xlsx 工作簿：请下载模板填写，另存为不加密码的 .xlsx',
    'The file is no .xlsx workbook that can be read: fill in the template, and save it as .xlsx without a password',
  ),
  'branch-sheet.too-large': entry(
    413,
    '工作簿展开后过大：请将内容复制到空白模板中再上传',
    'The workbook is too large when unpacked: copy its contents into an empty template',
  ),
  'branch-sheet.rows': entry(
    400,
    '一次最多 {max} 行，请分成几个文件',
    'At most {max} rows at a time: make several files',
  ),
  'branch-sheet.findings': entry(
    400,
    '表格有 {count} 处需要更正（首处为 {cell}），未新增任何内容；可先检查（check=true）查看全部',
    'The sheet has {count} cell(s) to mend, {cell} the first; nothing was made. Check it first (check=true) to see all',
  ),
  'branch-sheet.heading-unknown': entry(400, '不认识的列：{heading}', 'There is no column {heading}'),
  'branch-sheet.heading-twice': entry(400, '列重复：{heading}', 'The column {heading} is there twice'),
  'branch-sheet.heading-missing': entry(400, '第一行缺少“{zh}”列', 'The first row has no column {en}'),
  'branch-sheet.name-missing': entry(400, '缺少名称', 'There is no name'),
  'branch-sheet.name-twice': entry(400, '名称与第 {row} 行重复：{name}', 'The name {name} is in row {row} already'),
  'branch-sheet.name-taken': entry(409, '已有同名的下属单位：{name}', 'There is a branch {name} already'),
  'branch-sheet.code-twice': entry(400, '编码与第 {row} 行重复：{code}', 'The code {code} is in row {row} already'),
  'branch-sheet.kind-unknown': entry(400, '没有此机构类别：{kind}', 'There is no kind {kind}'),
  'branch-sheet.person-missing': entry(400, '填写了角色，但缺少负责人姓名', 'There is a role, and nobody to have it'),
  'branch-sheet.role-missing': entry(400, '填写了负责人，但缺少角色', 'There is a person without a role'),
  'branch-sheet.too-long': entry(400, '超过 {max} 个字符', 'This is longer than {max} characters'),
  'branch-sheet.formula': entry(
    400,
    '单元格是公式或错误值，请改为固定的文字',
    'The cell is a formula or an error: put the text itself there',
  ),
  'branch-sheet.rounded': entry(
    400,
    '超过 15 位的数字会被 Excel 改动：请将单元格设为文本格式后重新填写',
    'Excel changes numbers of more than 15 digits: make the cell text, and type it anew',
  ),
  'branch-sheet.merged': entry(400, '合并的单元格：请取消合并', 'The cells are merged: take them apart'),
  'region.unknown': entry(400, '没有此行政区划代码：{region}（GB/T 2260）', 'There is no region {region} (GB/T 2260)'),
  'site.code': entry(400, '场所编码 {code} 不是已知的场所编码', 'The code {code} is no known code of a place'),
  'licence.scheme': entry(400, '没有此类许可：{scheme}', 'There is no kind of licence {scheme}'),
  'licence.number': entry(400, '许可证号 {number} 无效：{reason}', 'The number {number} is not valid: {reason}'),
  'licence.dates': entry(400, '有效期的起止日期无效', 'The days of validity are not valid'),
  'holding.range': entry(400, '号段的起止须等长，且止不小于起', 'A range has ends of one length, in order'),
  'holding.taken': entry(
    409,
    '编码 {first}（{scheme}）已由另一单位登记',
    'Codes of {first} ({scheme}) are another organisation’s already',
  ),
  'place.taken': entry(409, '已登记过，或已属于另一单位', 'This is there already, or is another organisation’s'),
  'supervision.none': entry(404, '此单位不在您的管辖范围内', 'This organisation is not within your jurisdiction'),
  'jurisdiction.beyond': entry(
    403,
    '只能向下级监管部门授予自身范围之内的管辖',
    'A regulator gives one below it what lies inside of its own, and nothing to itself',
  ),
  'registration.closed': entry(
    403,
    '本平台不开放自行注册，请联系运营者',
    'Nobody registers here by themselves: ask the operator',
  ),
  'organisation.own': entry(
    409,
    '本平台自身的单位不能如此更改',
    'That cannot be done to the installation’s own organisation',
  ),
  'mandate.self': entry(400, '不能委托自己', 'Nobody acts for themselves'),
  'opening.audience': entry(
    400,
    '请选择一个公开级别，或指定一个单位，二者选一',
    'Give either a level or one organisation to open it to',
  ),
  'opening.validity': entry(400, '结束时间应晚于开始时间', 'It has to end after it begins'),
  'opening.many': entry(
    409,
    '公开设置太多，请先收回不再需要的',
    'There are too many openings; end those that are not needed',
  ),
  'confidential.no-jurisdiction': entry(
    403,
    '只有有管辖范围的监管部门才能设保密查看',
    'Confidential readings are of regulators that have a jurisdiction',
  ),
  'confidential.own-people': entry(
    403,
    '保密查看只能由本单位人员申请和批准，代办人员不可',
    'People of the office itself ask for a confidential reading and approve it; nobody acts for it in this',
  ),
  'confidential.same-person': entry(
    403,
    '保密查看须由申请人以外的人批准',
    'A confidential reading is approved by somebody else than whoever asked for it',
  ),
  'confidential.decided': entry(
    409,
    '此保密查看已批准或已结束',
    'This confidential reading is approved already, or has ended',
  ),
  'confidential.many': entry(
    409,
    '未结束的保密查看太多，请先结束不再需要的',
    'There are too many confidential readings; end those that are not needed',
  ),
  'share.gone': entry(404, '链接已失效', 'This link is no longer valid'),
  'share.validity': entry(
    400,
    '链接的有效期最长 {days} 天，且截止时间应晚于现在',
    'A link is valid for {days} days at the most, and ends later than now',
  ),
  'share.event-unknown': entry(
    404,
    '在此追溯结果中没有找到这条记录：{id}',
    'No such event in what this trace tells: {id}',
  ),
  'share.many': entry(
    409,
    '有效的链接太多，请先撤销不再需要的',
    'There are too many links; revoke those that are not needed',
  ),
  'partner.unknown': entry(
    404,
    '没有找到此单位，或它未在使用：{id}',
    'No organisation in use here has this code or ID: {id}',
  ),
  'partner.self': entry(400, '不能邀请自己', 'Nobody is a partner of themselves'),
  'partner.exists': entry(
    409,
    '已邀请此单位，或已是合作伙伴',
    'This organisation was invited already, or is a partner already',
  ),
  'dispute.event-unknown': entry(
    404,
    '没有找到您可以提出异议的记录。对记录提出异议的，须是记录中写明的交易方，或同一货物上一步、下一步的登记单位',
    'There is no record under this ID that you may dispute: that is for whom a record names, and for who recorded the step before or after of the same goods',
  ),
  'dispute.own': entry(
    409,
    '这是本单位自己的记录：如有错误，请声明该记录有误',
    'This is a record of your own: declare it to be in error where it is wrong',
  ),
  'dispute.exists': entry(
    409,
    '本单位已对此记录提出异议，须先撤回',
    'You dispute this record already; withdraw that first',
  ),
  'registry.invalid': entry(
    400,
    '主数据有 {count} 处需要更正，未保存任何内容',
    'There are {count} thing(s) to mend in these master data; nothing was stored',
  ),
  'registry.csv': entry(
    400,
    '文件不是可读取的 CSV：请用模板填写，另存为 UTF-8 或 GB18030 编码的 .csv',
    'The file is no CSV that can be read: fill in the template, and save it as .csv in UTF-8 or GB18030',
  ),
  'registry.many': entry(
    400,
    '一次提交 1 至 {max} 条主数据，请分成几次',
    'Send a list of 1 to {max} entries; more of them in several requests',
  ),
  'sheet.changed': entry(
    409,
    '此登记单已被他人修改（第 {version} 版）：请查看两边的内容后再保存',
    'Somebody has changed this sheet since (version {version}): look at both before saving',
  ),
  'sheet.closed': entry(409, '此登记单已不能修改（{state}）', 'This sheet can be changed no more ({state})'),
  'sheet.invalid': entry(400, '有 {count} 处须先填写或更正', '{count} fields have to be filled in or corrected first'),
  'draft.empty': entry(400, '草稿中没有事件', 'A draft has one event at least'),
  'draft.own': entry(403, '自己起草的须由他人放行', 'What one has written is released by somebody else'),
  'draft.decided': entry(409, '此草稿已处理（{state}）', 'This draft is decided already ({state})'),
  'countersign.same-organisation': entry(
    403,
    '须由另一单位的人员确认',
    'A record is confirmed by a person of another organisation',
  ),
  'countersign.which': entry(
    409,
    '确认人属于多个单位，或不属于所选单位：请选择其一',
    'Whoever confirms is in several organisations, or not in the one that was chosen: choose one',
  ),
  'mandate.exists': entry(409, '已委托此单位', 'This organisation acts for yours already'),
} as const;
