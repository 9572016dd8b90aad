// The words of the data pages; whoever shows a part of them elsewhere brings them along.

import { addTexts } from '../i18n.js';
import en from './en.js';
import exportEn from './export/en.js';
import exportZh from './export/zh.js';
import jobsEn from './jobs/en.js';
import jobsZh from './jobs/zh.js';
import layersEn from './layers/en.js';
import layersZh from './layers/zh.js';
import reportEn from './report/en.js';
import reportZh from './report/zh.js';
import targetEn from './target/en.js';
import targetZh from './target/zh.js';
import uploadEn from './upload/en.js';
import uploadZh from './upload/zh.js';
import zh from './zh.js';

addTexts({
  zh: { ...zh, ...uploadZh, ...jobsZh, ...reportZh, ...targetZh, ...layersZh, ...exportZh },
  en: { ...en, ...uploadEn, ...jobsEn, ...reportEn, ...targetEn, ...layersEn, ...exportEn },
});
