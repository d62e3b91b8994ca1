// A wallet by libraries of others: takes the offer that it is handed, fetches a copy for each of its keys, proves what came, shows one claim of one copy to a
// verifier, and proves that too. It reads wallet.json {offerUri, txCode, count, show, certificate, issuer, address}; what
// does not hold ends it with 1.
import { createPublicKey, X509Certificate, randomBytes, createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { setGlobalConfig } from '@openid4vc/utils';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';

const asked = JSON.parse(readFileSync('wallet.json', 'utf8'));
// The demonstration speaks http on this machine.
setGlobalConfig({ allowInsecureUrls: true });

// Tests of a gateway that took a free port know better than its settings where it is.
const at = (url, how) => fetch(String(url).replace(asked.issuer, asked.address), how);

function hold(holds, what) {
  if (!holds) {
    console.log('does not hold: ' + what);
    process.exit(1);
  }
  console.log(what);
}

const keys = Array.from({ length: asked.count }, () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { jwk: publicKey.export({ format: 'jwk' }), publicKey, privateKey };
});
const signed = (data, key) => sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
const proven = (data, key, signature) => verify('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
const encoded = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');

const client = new Openid4vciClient({
  callbacks: {
    fetch: at,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    generateRandom: (bytes) => randomBytes(bytes),
    signJwt: (signer, { header, payload }) => {
      const key = keys.find(({ jwk }) => jwk.x === signer.publicJwk.x);
      const data = encoded(header) + '.' + encoded(payload);
      return { jwt: data + '.' + signed(data, key.privateKey), signerJwk: key.jwk };
    },
    clientAuthentication: () => {},
  },
});

const credentialOffer = await client.resolveCredentialOffer(asked.offerUri);
const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
const [credentialConfigurationId] = credentialOffer.credential_configuration_ids;
hold(issuerMetadata.credentialIssuer.credential_configurations_supported[credentialConfigurationId] !== undefined, 'the issuer tells what it offers');

const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({ credentialOffer, issuerMetadata, txCode: asked.txCode });
const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
const proofs = await Promise.all(keys.map(async ({ jwk }) => (await client.createCredentialRequestJwtProof({
  issuerMetadata, credentialConfigurationId, nonce, signer: { method: 'jwk', alg: 'ES256', publicJwk: jwk },
})).jwt));
const { credentialResponse } = await client.retrieveCredentials({
  issuerMetadata, credentialConfigurationId, accessToken: accessTokenResponse.access_token, proofs: { jwt: proofs },
});
const copies = credentialResponse.credentials.map(({ credential }) => credential);
hold(copies.length === keys.length, 'a copy for each key');

// Who signed stands in the header; whether that is the issuer, its certificate says.
const issuer = new X509Certificate(asked.certificate);
function x5c(text) {
  const { x5c: [leaf] } = JSON.parse(Buffer.from(text.split('.')[0], 'base64url').toString());
  const certificate = new X509Certificate(Buffer.from(leaf, 'base64'));
  hold(certificate.fingerprint256 === issuer.fingerprint256, 'it is the issuer who signed');
  return createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' }));
}

const reader = (copy, key) => new SDJwtVcInstance({
  hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt,
  verifier: (data, signature) => proven(data, x5c(copy), signature),
  kbSigner: key && ((data) => signed(data, key.privateKey)), kbSignAlg: 'ES256',
  kbVerifier: (data, signature, payload) => proven(data, createPublicKey({ key: payload.cnf.jwk, format: 'jwk' }), signature),
  statusListFetcher: async (uri) => (await at(uri)).text(),
  statusVerifier: (data, signature) => proven(data, issuer.publicKey, signature),
});

for (const [i, copy] of copies.entries()) {
  const { payload } = await reader(copy).verify(copy);
  hold(payload.cnf.jwk.x === keys[i].jwk.x, `copy ${i} is bound to its key`);
  const token = await (await at(payload.status.status_list.uri)).text();
  hold(getListFromStatusListJWT(token).getStatus(payload.status.status_list.idx) === 0, `copy ${i} is not revoked`);
}

const [first] = copies;
const instance = reader(first, keys[0]);
const iat = Math.floor(Date.now() / 1000);
const shown = await instance.present(first, Object.fromEntries(asked.show.map((name) => [name, true])), {
  kb: { payload: { iat, nonce: 'n-1', aud: 'https://verifier.example' } },
});
const { payload, kb } = await reader(shown).verify(shown, { requiredClaimKeys: asked.show, keyBindingNonce: 'n-1' });
hold(kb.payload.aud === 'https://verifier.example', 'it is shown to one verifier');
const names = Object.keys(payload).filter((name) => !['iss', 'vct', 'vct#integrity', 'iat', 'exp', 'cnf', 'status', '_sd', '_sd_alg'].includes(name));
hold(names.join() === asked.show.join(), 'only what is shown is seen: ' + names.join());
const type = await (await at(payload.vct)).text();
const [, want] = payload['vct#integrity'].split('sha256-');
hold(createHash('sha256').update(type).digest('base64') === want, 'the type is what the credential says that it is');
hold(asked.show.every((name) => JSON.parse(type).claims.some(({ path, display }) => path[0] === name && display.length === 2)), 'what is shown has a name in two languages');
writeFileSync('shown.sd-jwt', shown);
writeFileSync('copies.json', JSON.stringify(copies));
writeFileSync('keys.json', JSON.stringify(keys.map(({ privateKey }) => privateKey.export({ format: 'jwk' }))));
