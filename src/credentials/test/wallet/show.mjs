// A wallet by libraries of others that is asked to show what wallet.mjs fetched: reads the signed question, proves who asks, looks whether it has what is
// asked for, shows just that, and sends it. It reads show.json {requestUri, issuer, address, certificate}, copies.json and keys.json; what does not hold ends
// it with 1.
import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { setGlobalConfig } from '@openid4vc/utils';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs';
import { DcqlPresentationResult, DcqlQuery } from 'dcql';

const asked = JSON.parse(readFileSync('show.json', 'utf8'));
const [copy] = JSON.parse(readFileSync('copies.json', 'utf8'));
const [jwk] = JSON.parse(readFileSync('keys.json', 'utf8'));
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

const proven = (data, key, signature) => verify('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
const known = new X509Certificate(asked.certificate);

const client = new Openid4vpClient({
  callbacks: {
    fetch: at,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
    verifyJwt: (signer, { compact }) => {
      const leaf = new X509Certificate(Buffer.from(signer.x5c[0], 'base64'));
      const [header, payload, signature] = compact.split('.');
      const verified = leaf.fingerprint256 === known.fingerprint256 && proven(`${header}.${payload}`, leaf.publicKey, signature);
      return { verified, signerJwk: leaf.publicKey.export({ format: 'jwk' }) };
    },
  },
});

const { params, type } = client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: asked.requestUri });
hold(type === 'jar', 'the question is to be fetched');
const question = await client.resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: params });
const { authorizationRequestPayload: said } = question;
hold(question.client.prefix === 'x509_hash' && question.jar.signer.method === 'x5c', 'who asks is whose certificate signed');
hold(said.response_mode === 'direct_post' && said.exp > Date.now() / 1000, 'it is to be answered now');

const instance = new SDJwtVcInstance({
  hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt,
  verifier: (data, signature) => proven(data, known.publicKey, signature),
  kbSigner: (data) => sign('sha256', Buffer.from(data), { key: createPrivateKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  kbSignAlg: 'ES256',
  kbVerifier: (data, signature, payload) => proven(data, createPublicKey({ key: payload.cnf.jwk, format: 'jwk' }), signature),
  statusListFetcher: async (uri) => (await at(uri)).text(),
  statusVerifier: (data, signature) => proven(data, known.publicKey, signature),
});

const query = DcqlQuery.parse(question.dcql.query);
DcqlQuery.validate(query);
const credential = (claims) => ({ credential_format: 'dc+sd-jwt', vct: claims.vct, claims, cryptographic_holder_binding: true });
const matches = DcqlQuery.query(query, [credential(await instance.getClaims(copy))]);
hold(matches.can_be_satisfied, 'the wallet has what is asked for');

const [{ id, claims = [] }] = query.credentials;
const names = claims.map(({ path: [name] }) => name);
const shown = await instance.present(copy, Object.fromEntries(names.map((name) => [name, true])), {
  kb: { payload: { iat: Math.floor(Date.now() / 1000), nonce: said.nonce, aud: said.client_id } },
});
const seen = await instance.getClaims(shown);
hold(DcqlPresentationResult.fromDcqlPresentation({ [id]: [credential(seen)] }, { dcqlQuery: query }).can_be_satisfied, 'what is shown is what was asked for: ' + names.join());

const { authorizationResponsePayload } = await client.createOpenid4vpAuthorizationResponse({
  authorizationRequestPayload: said, authorizationResponsePayload: { vp_token: { [id]: [shown] } },
});
const { response } = await client.submitOpenid4vpAuthorizationResponse({ authorizationRequestPayload: said, authorizationResponsePayload });
hold(response.ok, 'it is taken: ' + response.status + ' ' + await response.text());
