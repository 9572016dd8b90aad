import { compile, condition } from './expression.js';

/** The rules of a style, ready to run. A rule whose filter cannot be read is left out, and said so. */
export function compileStyle(style) {
  const rules = [];
  for (const rule of style.rules) {
    try {
      rules.push({
        id: rule.id,
        title: rule.title,
        minZoom: rule.minZoom ?? 0,
        maxZoom: rule.maxZoom ?? 99,
        matches: condition(rule.filter),
        otherwise: rule.else === true,
        symbolizers: rule.symbolizers.map(symbolizer),
      });
    } catch (failure) {
      console.warn(`style ${style.id}, rule ${rule.id}: ${failure.message}`);
    }
  }
  return { id: style.id, rules };
}

function symbolizer(it) {
  return it.type === 'text' ? { ...it, text: compile(it.label) } : it;
}

export const ruleAt = (rule, zoom) => zoom >= rule.minZoom && zoom < rule.maxZoom;

/**
 * Which features each rule draws at a zoom, in the order of drawing: rule after rule.
 * @returns [{rule, features}], rules without features left out
 */
export function classify(features, style, scene, keep = () => true) {
  const active = style.rules.filter((rule) => ruleAt(rule, scene.zoom));
  const plan = active.map((rule) => ({ rule, features: [] }));
  const usual = plan.filter((it) => !it.rule.otherwise);
  const others = plan.filter((it) => it.rule.otherwise);
  for (const feature of features) {
    if (!keep(feature.properties, scene)) continue;
    let taken = false;
    for (const it of usual) {
      if (!it.rule.matches(feature.properties, scene)) continue;
      it.features.push(feature);
      taken = true;
    }
    if (!taken) for (const it of others) it.features.push(feature);
  }
  return plan.filter((it) => it.features.length > 0);
}
