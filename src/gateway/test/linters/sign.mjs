// Another's library signs a request: what is to be signed in JSON, as SignedAskingTest writes it; the headers come back.
import { constants, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSigner, httpbis } from 'http-message-signatures';

const { request, key, alg, keyid, fields, created } = JSON.parse(readFileSync(process.argv[2]));
const signer = createSigner(readFileSync(key), alg, keyid);
if (alg === 'rsa-pss-sha512') {
    // The library salts as long as it can; RFC 9421, section 3.3.1, wants 64 bytes.
    signer.sign = async (data) =>
        createSign('sha512')
            .update(data)
            .sign({ key: readFileSync(key), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 });
}
const signed = await httpbis.signMessage(
    {
        key: signer,
        name: 'sig',
        fields,
        params: ['keyid', 'alg', 'created'],
        paramValues: { created: new Date(created * 1000) },
    },
    request,
);
console.log(JSON.stringify(signed.headers));
