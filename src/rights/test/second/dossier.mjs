// Reads what a dossier says as conditions of rights read it, and evaluates them, with nothing of ours: feelin of bpmn-io, and this file, which was
// written from src/docs/rights.md.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// schema: contracts/dossier.schema.json; absence: by register, as its connector says; asked: by service and fact its fields, none for all of them. Of a
// purpose of the bus itself, which has a colon, nothing else says what was asked.
export async function reading(folder, { schema, absence, asked }) {
  const library = createRequire(folder + '/package.json');
  const load = (from, name) => import(pathToFileURL(from.resolve(name)).href);
  const { evaluate } = await load(library, '@bpmn-io/feelin');
  const { parser } = await load(library, '@bpmn-io/lezer-feel');
  const definitions = schema.$defs;
  const factNames = Object.keys(schema.properties.facts.properties);

  const days = new Map();
  function day(text) {
    if (!days.has(text)) {
      days.set(text, evaluate(`date("${text}")`, {}).value);
    }
    return days.get(text);
  }

  // ---- three answers: what FEEL takes for false because something is null becomes null ----
  const rewritten = new Map();

  function kleene(text) {
    if (!rewritten.has(text)) {
      const tree = parser.configure({ top: 'Expression' }).parse(text);
      rewritten.set(text, print(tree.topNode, text));
    }
    return rewritten.get(text);
  }

  function children(node) {
    const found = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      found.push(child);
    }
    return found;
  }

  function print(node, text) {
    const parts = children(node);
    if (node.name === 'Comparison' && parts.length === 3) {
      const operator = text.slice(parts[1].from, parts[1].to);
      if (operator === '=' || operator === '!=') {
        const [left, right] = [print(parts[0], text), print(parts[2], text)];
        return `(if (${left}) = null or (${right}) = null then null else (${left}) ${operator} (${right}))`;
      }
    }
    if (node.name === 'QuantifiedExpression') {
      const binding = parts.find((part) => part.name === 'InExpressions').firstChild;
      const [name, , list] = children(binding);
      const variable = text.slice(name.from, name.to);
      const over = print(list, text);
      const condition = print(parts[parts.length - 1], text);
      const decided = text.slice(node.from, node.from + 4) === 'some' ? 'true' : 'false';
      const other = decided === 'true' ? 'false' : 'true';
      return `(if (${over}) = null then null`
        + ` else if (some ${variable} in ${over} satisfies (${condition}) = ${decided}) then ${decided}`
        + ` else if (some ${variable} in ${over} satisfies (${condition}) = null) then null else ${other})`;
    }
    if (node.name === 'IfExpression') {
      const [condition, then, otherwise] = parts.filter((part) => !['if', 'then', 'else'].includes(part.name)).map((part) => print(part, text));
      return `(if (${condition}) = null then null else if (${condition}) then (${then}) else (${otherwise}))`;
    }
    let printed = '';
    let at = node.from;
    for (const part of parts) {
      printed += text.slice(at, part.from) + print(part, text);
      at = part.to;
    }
    return printed + text.slice(at, node.to);
  }

  // ---- what a dossier says ----
  function resolved(shape) {
    return shape.$ref ? definitions[shape.$ref.replace('#/$defs/', '')] : shape;
  }

  function converted(value, shape) {
    const reference = (shape.$ref ?? '').replace('#/$defs/', '');
    if (reference === 'day') return day(value);
    if (reference === 'amount') return Number(value);
    return value;
  }

  function context(dossier) {
    const questioned = new Set([...dossier.documents.map((paper) => paper.fact), ...Object.keys(asked[dossier.service] ?? {}).filter(() => dossier.service.includes(':'))]);
    const service = asked[dossier.service];
    const row = (agency) => dossier.sources.find((source) => source.agency === agency);
    const lost = (place) => dossier.sources.some((source) => (source.unmappable ?? []).some(({ path }) => path === place || path.startsWith(place + '/')));
    const askedFor = (fact, field) => service !== undefined && service[fact] !== undefined
      && (service[fact].length === 0 || service[fact].includes(field));
    const conflicts = (fact) => dossier.conflicts.filter((conflict) => conflict.fact === fact);
    const facts = {};

    function final(agency) {
      const what = absence[agency] ?? 'inconclusive';
      return what === 'conclusive' || (what === 'conclusive-for-citizens' && facts.identity?.citizenship === 'AZE');
    }

    function record(fact, value, shape, part) {
      const fields = {};
      for (const [name, field] of Object.entries(shape.properties)) {
        if (value[name] !== undefined) {
          const shapeOf = resolved(field);
          fields[name] = shapeOf.type === 'array' ? null : shapeOf.properties ? record(fact, value[name], shapeOf, part ?? name) : converted(value[name], field);
        } else {
          fields[name] = field['x-absenceMeans'] && askedFor(fact, part ?? name) ? day('9999-12-31') : null;
        }
      }
      return fields;
    }

    function list(fact, values, shape, place) {
      if (values.length > 500) return null;
      const item = resolved(shape.items);
      const records = values.map((value) => (item.properties ? record(fact, value, item, place.split('/')[2]) : converted(value, shape.items)));
      if (lost(place)) {
        records.push(item.properties ? Object.fromEntries(Object.keys(item.properties).map((name) => [name, null])) : null);
      }
      return records;
    }

    function known(fact) {
      const shape = definitions[fact];
      const entry = dossier.facts[fact];
      const ownFields = (shape.items ? resolved(shape.items) : shape).properties;
      if (entry === undefined) {
        const silence = !questioned.has(fact)
          || shape['x-sources'].some((agency) => !['ANSWERED', 'NO_RECORD'].includes(row(agency)?.verdict) || !final(agency))
          || lost('/' + fact);
        if (silence) return null;
        return shape.items ? [] : {
          recorded: false,
          ...Object.fromEntries(Object.entries(shape.properties).map(([name, field]) => [name, resolved(field).type === 'array' ? [] : null])),
        };
      }
      if (entry.provenance.stale
        || conflicts(fact).some((one) => !(one.field in ownFields) || one.values.some((value) => !('value' in value)))) {
        return null;
      }
      const doubted = (field) => conflicts(fact).some((one) => one.field === field) || entry.provenance.fields?.[field]?.stale;
      if (shape.items) {
        const records = list(fact, entry.value, shape, '/' + fact);
        records?.forEach((one) => Object.keys(one ?? {}).filter(doubted).forEach((field) => { one[field] = null; }));
        return records;
      }
      const fields = record(fact, entry.value, shape);
      for (const [name, field] of Object.entries(shape.properties)) {
        if (resolved(field).type === 'array') {
          if (entry.value[name] !== undefined) {
            fields[name] = list(fact, entry.value[name], resolved(field), `/${fact}/${name}`);
          } else {
            const source = entry.provenance.source;
            const sole = shape['x-sources'].length === 1 && shape['x-sources'][0] === source;
            fields[name] = sole && !lost(`/${fact}/${name}`) && askedFor(fact, name) && final(source) ? [] : null;
          }
        }
        if (doubted(name)) fields[name] = null;
      }
      return { ...fields, recorded: true };
    }

    facts.identity = known('identity');
    factNames.filter((fact) => fact !== 'identity').forEach((fact) => { facts[fact] = known(fact); });
    return facts;
  }

  function truth(text, names) {
    const { value } = evaluate(kleene(text), names);
    return value === true || value === false ? value : null;
  }

  function amount(text, names) {
    const { value } = evaluate(kleene(text), names);
    return typeof value === 'number' ? value.toFixed(2) : null;
  }

  const read = new WeakMap();

  function once(dossier) {
    if (!read.has(dossier)) {
      read.set(dossier, context(dossier));
    }
    return read.get(dossier);
  }

  // What is known to the conditions of a right: its own facts, those of the event's person, the event and the day.
  function names(version, dossier, about, event, on) {
    const data = Object.fromEntries(Object.entries(event).map(([name, value]) => [name, /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value]));
    const wanted = Object.fromEntries((version.wanted ?? []).map(({ id }) => [id, null]));
    return { ...once(dossier), today: day(on), event: { fin: null, ...data }, about: about ? once(about) : {}, wanted };
  }

  return { context: once, names, truth, amount };
}
