package az.dost.vahid.bench.stub;

/** A reply ready to be sent; the JWS is null where the proof is elsewhere. */
record Reply(byte[] body, String mediaType, String jws) {}
