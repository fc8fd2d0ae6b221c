export const zh = {
  export: '导出',
  'export.of': '导出“{name}”（CSV，可用 Excel 打开）',
  running: '正在导出，已取得 {count} 行',
  stop: '停止',
  done: '已导出 {count} 行',
  cut: '已导出前 {count} 行，这是一个文件的上限；请缩小查找范围，分几次导出',
  stopped: '已停止，没有保存文件',
};
