// Another's library signs a request: what is to be signed in JSON, as SignedAskingTest writes it; the headers come back.
import { readFileSync } from 'node:fs';
import { createSigner, httpbis } from 'http-message-signatures';

const { request, key, alg, keyid, fields, created } = JSON.parse(readFileSync(process.argv[2]));
const signed = await httpbis.signMessage(
    {
        key: createSigner(readFileSync(key), alg, keyid),
        name: 'sig',
        fields,
        params: ['keyid', 'alg', 'created'],
        paramValues: { created: new Date(created * 1000) },
    },
    request,
);
console.log(JSON.stringify(signed.headers));
