package az.dost.vahid.sources.repeat;

/**
 * A request under an idempotency key, by {@link FirstResults#asked}.
 *
 * @param requester id of whose key it is: another requester's of the same name is another key
 * @param name keyed digest of the key
 * @param request keyed digest of what is asked
 */
public record KeyedRequest(String requester, byte[] name, byte[] request) {
    @Override
    public String toString() {
        return "Asked by " + requester;
    }
}
