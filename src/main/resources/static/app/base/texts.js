import { addTexts } from '../i18n.js';
import en from './en.js';
import zh from './zh.js';

addTexts({ zh, en });
