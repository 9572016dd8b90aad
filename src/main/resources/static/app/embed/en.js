export default {
  'embed.full': 'Open in CityGIS',
  'embed.full.tip': 'Opens the whole map in a new window',
};
