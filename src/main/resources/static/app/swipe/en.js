export default {
  'swipe.start': 'Swipe',
  'swipe.title': 'Swipe',
  'swipe.left': 'Left',
  'swipe.right': 'Right',
  'swipe.without': 'Without the right layer',
  'swipe.line': 'Position of the line',
  'swipe.close': 'End the comparison',
};
