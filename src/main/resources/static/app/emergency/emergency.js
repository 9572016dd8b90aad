// The command desk: incidents of the city, where they are, who is near, and what is being done.

import { addTexts } from '../i18n.js';
import { openDesk } from './desk.js';
import en from './en.js';
import zh from './zh.js';

addTexts({ zh, en });

let desk = null;

export default {
  id: 'emergency',
  icon: 'emergency',
  titleKey: 'work.emergency',
  needs: 'user',
  open(host, app) {
    desk = openDesk(host, app);
  },
  close() {
    desk?.stop();
    desk = null;
  },
};
