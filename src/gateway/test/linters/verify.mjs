// Whether another's library finds a signature of an answer right: an exchange in JSON, as SignedAnswersTest writes it.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { httpbis } from 'http-message-signatures';

const { request, response, keys } = JSON.parse(readFileSync(process.argv[2]));
const found = await httpbis
    .verifyMessage(
        {
            keyLookup: async ({ keyid }) => {
                const jwk = keys.keys.find((key) => key.kid === keyid);
                return jwk && {
                    id: keyid,
                    algs: ['ecdsa-p256-sha256'],
                    verify: async (data, signature) =>
                        verify('sha256', data, { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, signature),
                };
            },
        },
        response,
        request,
    )
    .catch(() => false);
console.log(found === true);
