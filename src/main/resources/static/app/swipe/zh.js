export default {
  'swipe.start': '卷帘对比',
  'swipe.title': '卷帘对比',
  'swipe.left': '左侧',
  'swipe.right': '右侧',
  'swipe.without': '不含右侧图层',
  'swipe.line': '分隔线位置',
  'swipe.close': '结束对比',
};
