/** A lift that is registered, kept up, out of order and inspected; a gas cylinder that is filled. */
import type { Book, Entry } from './book.ts';

const LIFT = 'cn-special-equipment:311035060201600012';
const CYLINDER = 'cn-gas-cylinder:YX3205830001863';
const IN_ORDER = 'in order, on the last day of the inspection';

function ofLift(stage: string, at: string, example = 'in order', more: Entry['more'] = {}): Entry {
  return { stage, example, at, unit: LIFT, more };
}

function ofCylinder(stage: string, at: string, more: Entry['more'] = {}): Entry {
  return { stage, example: 'in order', at, unit: CYLINDER, more };
}

export const specialEquipment: Book = {
  entries: [
    ofLift('use-registration', '2026-10-09 09:00'),
    ofLift('dossier', '2026-10-10 09:00'),
    ofLift('maintenance-half-month', '2026-10-20 09:00', IN_ORDER, { 'example:maintainedOn': '2026-10-20' }),
    ofLift('fault', '2026-10-21 18:30'),
    ofLift('maintenance-quarter', '2026-11-03 10:15', IN_ORDER, {
      ...{ 'example:maintainedOn': '2026-11-02', 'example:maintenanceFindings': '更换门刀' },
      ...{ 'example:technicians': ['张三'], 'example:technicianNumbers': ['T0001'] },
    }),
    ofLift('periodic-inspection', '2026-11-10 09:00', 'in order', { 'example:reportNumber': 'JY-2026-7' }),
    ofCylinder('cylinder-dossier', '2026-01-05 09:00'),
    ofCylinder('cylinder-check-before', '2026-11-20 08:50'),
    ofCylinder('cylinder-filling', '2026-11-20 09:00'),
    ofCylinder('cylinder-check-after', '2026-11-20 09:10', { 'example:findings': '瓶阀无泄漏' }),
  ],
  sheets: {
    maintenance: {
      headings: [
        ...['维护保养日期', '保养类别', '维护保养单位', '保养项目数', '保养情况'],
        ...['作业人员', '作业人员证编号', '使用单位安全管理人员签字'],
      ],
      rows: [
        ['2026-10-20', '半月（31 项）', '示例电梯公司', 31, '', '张三、李四', 'T0001、T0002', '王五'],
        ['2026-11-02', '季度（44 项）', '示例电梯公司', 44, '更换门刀', '张三', 'T0001', '王五'],
      ],
    },
    filling: {
      headings: [
        ...['办理事项', '时间', '充装单位许可证编号', '充装介质', '充装量', '充装人员', '检查人员', '结论', '检查情况'],
      ],
      rows: [
        ['充装前检查', '2026-11-20 08:50', '', '', '', '', '赵六', '合格', ''],
        ['充装', '2026-11-20 09:00', 'TS4235011-2027', '液化石油气', 14.5, '赵六', '', '', ''],
        ['充装后检查', '2026-11-20 09:10', '', '', '', '', '', '合格', '瓶阀无泄漏'],
      ],
    },
    dossier: {
      headings: [
        ...[
          '办理事项',
          '时间',
          '设备代码',
          '注册代码',
          '使用登记证编号',
          '应急识别码（96333）',
          '资料清单',
          '施工内容',
        ],
        ...['保养类别', '结论', '报告编号', '故障情况', '下次检验日期'],
      ],
      rows: [
        [...['使用登记', '2026-10-09 09:00', '', '', '梯11闽E3622(16)', '', '', ''], ...['', '', '', '', '2027-11-30']],
        [
          ...['建立安全技术档案', '2026-10-10 09:00', '311035060201600012', '31103506002016053337', '', 'TE37493'],
          ...['', '', '', '', '', '', ''],
        ],
        ['维护保养', '2026-10-20 09:00', '', '', '', '', '', '', '半月（31 项）', '', '', '', ''],
        ['故障', '2026-10-21 18:30', '', '', '', '', '', '', '', '', '', '门联锁故障', ''],
        ['维护保养', '2026-11-03 10:15', '', '', '', '', '', '', '季度（44 项）', '', '', '', ''],
        ['定期检验', '2026-11-10 09:00', '', '', '', '', '', '', '', '合格', 'JY-2026-7', '', '2027-11-30'],
      ],
    },
  },
};
