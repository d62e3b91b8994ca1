// Checks an offer without Vahid: its signature and those of its dossiers, that it says what the law's file says, that each piece of evidence it names is in
// a dossier and has the digest that stands there, and each condition and the amount, evaluated anew. It reads offer-check.json; what does not hold ends it with 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reading } from './dossier.mjs';

const { offer: offerJws, certificate, right, event, dossiers, schema, absence, containers } = JSON.parse(readFileSync('offer-check.json', 'utf8'));
const key = createPublicKey(certificate);

function hold(holds, what) {
  if (!holds) {
    console.log('does not hold: ' + what);
    process.exit(1);
  }
}

function signed(jws, type) {
  const [head, payload, signature] = jws.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
  hold(header.alg === 'ES256' && header.typ === type, `the signature is ES256 over a ${type}`);
  hold(verify('sha256', Buffer.from(head + '.' + payload), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')), `the signature of the ${type}`);
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

const offer = signed(offerJws, 'vahid-offer+json');
const read = Object.fromEntries(dossiers.map((jws) => signed(jws, 'vahid-dossier+json')).map((dossier) => [dossier.dossierId, dossier]));
const dossier = read[offer.dossierId];
const about = read[offer.dossierAboutId];
hold(dossier !== undefined, 'the dossier of the offer is there');
hold(offer.dossierAboutId === undefined || about !== undefined, 'the dossier of the person of the event is there');
hold(dossier.subject.fin === offer.person.fin, 'the dossier is about the person of the offer');
hold(about === undefined || about.subject.fin === event.fin, 'the other dossier is about the person of the event');

const version = right.versions.find(({ from }) => from === offer.lawFrom);
hold(offer.right === right.right && version !== undefined && (version.until === undefined || offer.from <= version.until), 'the law of that day is the law of the file');

// What was asked is what the conditions name.
const texts = [...version.conditions, ...(version.amount ? [version.amount] : [])].map(({ is }) => is).join(' ');
const asked = { [dossier.service]: Object.fromEntries(
  [...texts.matchAll(/(?<![\w"])(?:about\.)?(\w+)\b/g)].map(([, name]) => name).filter((name) => schema.properties.facts.properties[name]).map((fact) => [fact, []]),
) };
const { names, truth, amount } = await reading(process.argv[2], { schema, absence, asked });
const known = names(version, dossier, about, event, offer.from);
hold(offer.conditions.length === version.conditions.length, 'the offer has each condition of the law');
version.conditions.forEach((condition, i) => {
  const said = offer.conditions[i];
  hold(said.id === condition.id && said.title.az === condition.title.az && said.article === condition.article, `${condition.id} is as the law's file has it`);
  hold(truth(condition.is, known) === true, `${condition.id} by the facts of the dossiers`);
  for (const fact of said.facts ?? []) {
    const from = fact.fact.startsWith('about.') ? about : dossier;
    hold(fact.evidence === undefined || from.sources.some((source) => source.agency === fact.source && source.evidence.some(({ id }) => id === fact.evidence)),
      `the evidence of ${fact.fact} is in the dossier`);
  }
  console.log(`${condition.id} holds`);
});
hold((offer.amount?.azn ?? null) === (version.amount ? amount(version.amount.is, known) : null), 'the amount by the facts of the dossiers');

let pieces = 0;
for (const [id, folder] of Object.entries(containers ?? {})) {
  const digests = Object.fromEntries(read[id].sources.flatMap(({ evidence }) => evidence ?? []).map((one) => [one.id, one.digest]));
  for (const piece of JSON.parse(readFileSync(join(folder, 'evidence/index.json'), 'utf8')).evidence) {
    // Rows of files and their way to the signed root are recomputed by src/docs/proof.py.
    if (piece.proof === 'agency-signature' || piece.proof === 'connection-only') {
      hold(existsSync(join(folder, piece.part)), `${piece.part} is there`);
      const digest = 'sha-256:' + createHash('sha256').update(readFileSync(join(folder, piece.part))).digest('hex');
      hold(digest === digests[piece.id], `the digest of ${piece.part} is that of the dossier`);
      pieces += 1;
    }
  }
}
console.log(`the offer holds; ${pieces} pieces of evidence have their digests`);
