export default {
  'base.title': 'Base map',
  'base.failed': 'The base map “{title}” does not answer: no network, or the service refused. The layers are not affected.',
};
