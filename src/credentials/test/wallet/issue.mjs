// Issues credentials, shows them and lists what is revoked with libraries of others (@sd-jwt): `issue.mjs FOLDER` writes
// shown.sd-jwt and list.jwt, signed with issuer.pk8 and holder.pk8 (PKCS 8, PEM) of the folder.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createHeaderAndPayload, StatusList } from '@sd-jwt/jwt-status-list';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';

const folder = process.argv[2];
const read = (name) => readFileSync(`${folder}/${name}`, 'utf8');
const signer = (name) => async (text) =>
  sign('sha256', Buffer.from(text), { key: createPrivateKey(read(name)), dsaEncoding: 'ieee-p1363' }).toString('base64url');
const x5c = [read('issuer.pem').replace(/-----[A-Z ]+-----|\s/g, '')];
const { kty, crv, x, y } = createPublicKey(createPrivateKey(read('holder.pk8'))).export({ format: 'jwk' });
const day = 24 * 60 * 60;
const now = Math.floor(Date.now() / 1000);
const uri = 'https://vahid.example/v1/credentials/status/0';

const vc = new SDJwtVcInstance({
  signer: signer('issuer.pk8'),
  signAlg: 'ES256',
  kbSigner: signer('holder.pk8'),
  kbSignAlg: 'ES256',
  hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(Buffer.from(data)).digest(),
  hashAlg: 'sha-256',
  saltGenerator: async (length) => randomBytes(length).toString('base64url'),
});
const credential = await vc.issue(
  {
    iss: 'https://vahid.example',
    vct: 'https://vahid.example/v1/credentials/types/disability',
    iat: now - (now % day),
    exp: now + 30 * day,
    cnf: { jwk: { kty, crv, x, y } },
    status: { status_list: { idx: 5, uri } },
    percentFrom: 61,
    since: '2024-02-03',
    cause: 'GENERAL_ILLNESS',
    helps: ['PROSTHESIS', 'WHEELCHAIR'],
  },
  { _sd: ['percentFrom', 'since', 'cause', 'helps'], _sdDecoy: 2, helps: { _sd: [0, 1] } },
  { header: { x5c } },
);
const shown = await vc.present(
  credential,
  { percentFrom: true, helps: { 1: true } },
  { kb: { payload: { iat: now, aud: 'x509_hash:me', nonce: 'n-1' } } },
);
writeFileSync(`${folder}/shown.sd-jwt`, shown);

for (const [name, revoked] of [['list.jwt', 4], ['revoking.jwt', 5]]) {
  const list = new StatusList(Array.from({ length: 64 }, (_, index) => (index === revoked ? 1 : 0)), 1);
  const { header, payload } = createHeaderAndPayload(
    list, { iss: 'https://vahid.example', sub: uri, iat: now, exp: now + day }, { alg: 'ES256', typ: 'statuslist+jwt', x5c });
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  writeFileSync(`${folder}/${name}`, `${input}.${await signer('issuer.pk8')(input)}`);
}
