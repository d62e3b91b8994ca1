package az.dost.vahid.bench.stub;

/** One agency's prepared answer about one citizen. */
interface Answer {
    /** @param confirmed base64 signature value of the request, null when it is not signed */
    Reply reply(String requestId, String confirmed);
}
