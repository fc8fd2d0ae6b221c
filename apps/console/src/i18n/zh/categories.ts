/** What organisations deal in; the names of the category packs. */
export const zh = {
  'edible-agri': '食用农产品',
  food: '食品',
  drug: '药品',
  'agri-input': '农业投入品',
  'special-equipment': '特种设备',
  'dangerous-goods': '危险品',
  'rare-earth': '稀土',
};
