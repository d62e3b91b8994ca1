// The same rights over the same dossiers by an engine and a reading that are not ours, see dossier.mjs. It reads questions.json and writes answers.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { reading } from './dossier.mjs';

const { rights, questions, ...rest } = JSON.parse(readFileSync('questions.json', 'utf8'));
const { names, truth, amount } = await reading(process.argv[2], rest);

const answers = questions.map(({ right: code, day: on, event, dossier, about }) => {
  const right = rights.find((one) => one.right === code);
  const version = right.versions.find((one) => one.from <= on && (one.until === undefined || on <= one.until));
  if (version === undefined) return { outcome: 'NONE' };
  const known = names(right, version, dossier, about, event, on);
  const conditions = version.conditions.map(({ is }) => truth(is, known));
  const outcome = conditions.includes(false) ? 'NOT_ENTITLED' : conditions.includes(null) ? 'UNDECIDED' : 'ENTITLED';
  return { outcome, conditions, amount: outcome === 'ENTITLED' && version.amount ? amount(version.amount.is, known) : null };
});
writeFileSync('answers.json', JSON.stringify(answers));
