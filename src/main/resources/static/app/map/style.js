import { clusterDraws, isCluster } from './cluster.js';
import { compile, condition } from './expression.js';
import { inPixels } from './ground.js';

/** The rules of a style, ready to run. A rule whose filter cannot be read is left out, and said so. */
export function compileStyle(style) {
  const rules = [];
  for (const rule of style.rules) {
    try {
      rules.push({
        id: rule.id,
        title: rule.title,
        legend: rule.legend,
        pass: rule.pass ?? 0,
        minZoom: rule.minZoom ?? 0,
        maxZoom: rule.maxZoom ?? 99,
        matches: condition(rule.filter),
        otherwise: rule.else === true,
        symbolizers: rule.symbolizers,
        looks: rule.symbolizers.map(look),
      });
    } catch (failure) {
      console.warn(`style ${style.id}, rule ${rule.id}: ${failure.message}`);
    }
  }
  return { id: style.id, rules };
}

/** A symbolizer with its text compiled, and where in it values depend on the feature: {fixed, paths?, values?}. */
function look(symbolizer) {
  const { label, priority, ...rest } = symbolizer;
  const fixed = label === undefined ? rest : { ...rest, text: compile(label), priority: compile(priority ?? 0) };
  const paths = varying(rest);
  if (paths.length === 0) return { fixed };
  const values = paths.map((path) => compile(path.reduce((value, key) => value[key], rest)));
  return { fixed, paths, values };
}

/** Where in a symbolizer expressions stand instead of values; lists of numbers are values. */
function varying(value, path = []) {
  if (Array.isArray(value)) return typeof value[0] === 'string' ? [path] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => varying(inner, [...path, key]));
}

/** [{symbolizer, features}]: one entry when all look the same, else one for each look. */
function draws({ fixed, paths, values }, features, scene) {
  if (!paths) return [{ symbolizer: fixed, features }];
  const looks = new Map();
  for (const feature of features) {
    const found = values.map((value) => value(feature.properties, scene));
    const key = JSON.stringify(found);
    if (!looks.has(key)) looks.set(key, { symbolizer: replaced(fixed, paths, found), features: [] });
    looks.get(key).features.push(feature);
  }
  return [...looks.values()];
}

function replaced({ text, priority, ...rest }, paths, values) {
  const copy = structuredClone(rest);
  paths.forEach((path, i) => {
    const last = path.at(-1);
    path.slice(0, -1).reduce((value, key) => value[key], copy)[last] = values[i];
  });
  return text ? { ...copy, text, priority } : copy;
}

export const ruleAt = (rule, zoom) => zoom >= rule.minZoom && zoom < rule.maxZoom;

/**
 * Which features each rule draws at a zoom, in the order of drawing: rule after rule.
 * @returns [{rule, features, draws: [{symbolizer, features}]}], rules without features left out
 */
export function classify(features, style, scene, keep = () => true) {
  const plan = style.rules.filter((rule) => ruleAt(rule, scene.zoom)).map((rule) => ({ rule, features: [] }));
  const passes = [...new Set(plan.map((it) => it.rule.pass))]
    .map((pass) => plan.filter((it) => it.rule.pass === pass))
    .map((all) => ({
      usual: all.filter((it) => !it.rule.otherwise),
      others: all.filter((it) => it.rule.otherwise),
    }));
  for (const feature of features) {
    if (!keep(feature.properties, scene)) continue;
    for (const { usual, others } of passes) {
      let taken = false;
      for (const it of usual) {
        if (!it.rule.matches(feature.properties, scene)) continue;
        it.features.push(feature);
        taken = true;
      }
      if (!taken) for (const it of others) it.features.push(feature);
    }
  }
  const drawn = plan.filter((it) => it.features.length > 0);
  for (const it of drawn) {
    const clusters = it.features.filter(isCluster);
    const single = clusters.length === 0 ? it.features : it.features.filter((feature) => !isCluster(feature));
    const usual = single.length === 0 ? [] : it.rule.looks.flatMap((one) => draws(one, single, scene));
    it.draws = [
      ...usual.map((draw) => ({ ...draw, symbolizer: inPixels(draw.symbolizer, scene) })),
      ...clusterDraws(clusters, it.rule),
    ];
  }
  return drawn;
}
