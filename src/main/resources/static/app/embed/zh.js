export default {
  'embed.full': '在城图中打开',
  'embed.full.tip': '在新窗口打开完整地图',
};
