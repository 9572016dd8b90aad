/** Everything a work place builds its page from. */
export * from './dom.js';
export * from './controls.js';
export * from './states.js';
export * from './notify.js';
export * from './table.js';
export * from './chart.js';
