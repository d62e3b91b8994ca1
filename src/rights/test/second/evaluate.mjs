// The same rights over the same dossiers by an engine and a reading that are not ours, see dossier.mjs. It reads questions.json and writes answers.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { reading } from './dossier.mjs';

const { rights, proposed, people, questions, ...rest } = JSON.parse(readFileSync('questions.json', 'utf8'));
const { context, names, truth, amount } = await reading(process.argv[2], rest);

function evaluated(right, on, names) {
  const version = right?.versions.find((one) => one.from <= on && (one.until === undefined || on <= one.until));
  if (version === undefined) return { outcome: 'NONE' };
  const known = names(version);
  const conditions = version.conditions.map(({ is }) => truth(is, known));
  const outcome = conditions.includes(false) ? 'NOT_ENTITLED' : conditions.includes(null) ? 'UNDECIDED' : 'ENTITLED';
  return { outcome, conditions, amount: outcome === 'ENTITLED' && version.amount ? amount(version.amount.is, known) : null };
}

const answers = (questions ?? []).map(({ right: code, day: on, event, dossier, about }) =>
  evaluated(rights.find((one) => one.right === code), on, (version) => names(version, dossier, about, event, on)));

// ---- a simulation: what both sets of rules say of each person, and the groups that the person is in ----
const bands = [[18, '0-17'], [30, '18-29'], [45, '30-44'], [60, '45-59'], [70, '60-69'], [Infinity, '70+']];

function age(dossier, known, on) {
  const born = known.identity?.birthDate ? dossier.facts.identity.value.birthDate : undefined;
  if (born === undefined || born > on) return 'UNKNOWN';
  const years = on.slice(0, 4) - born.slice(0, 4) - (on.slice(5) < born.slice(5) ? 1 : 0);
  return bands.find(([end]) => years < end)[1];
}

function disability(known) {
  if (known.disability?.recorded === false) return 'NONE';
  return known.disability?.percentFrom && known.disability?.percentTo ? `${known.disability.percentFrom}-${known.disability.percentTo}` : 'UNKNOWN';
}

const codes = [...new Set([...rights, ...(proposed ?? [])].map(({ right }) => right))];
const simulated = (people ?? []).map(({ day: on, dossier }) => {
  const known = context(dossier);
  const of = (all, code) => evaluated(all.find((one) => one.right === code), on, (version) => names(version, dossier, undefined, {}, on));
  return {
    groups: {
      ALL: 'ALL', REGION: known.address?.region ?? 'UNKNOWN', SEX: known.identity?.sex ?? 'UNKNOWN', AGE: age(dossier, known, on), DISABILITY: disability(known),
    },
    rights: Object.fromEntries(codes.map((code) => [code, { before: of(rights, code), after: of(proposed, code) }])),
  };
});
writeFileSync('answers.json', JSON.stringify(people ? simulated : answers));
