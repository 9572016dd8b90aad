import { createTree } from './tree.js';

/** The first page: every layer of the city, by department. */
export default {
  id: 'map',
  icon: 'map',
  titleKey: 'work.map',
  phone: 'peek',
  async open(host, app) {
    this.tree = createTree(app);
    host.append(this.tree.element);
  },
  close() {
    this.tree?.close();
  },
};
