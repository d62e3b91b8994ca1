package az.dost.vahid.access;

import java.util.HashMap;
import java.util.Map;

/** All requesters, by whatever they are known by. */
final class Requesters {
    private final Map<String, Requester> byId = new HashMap<>();
    private final Map<String, Requester> byToken = new HashMap<>();
    private final Map<String, Requester> byClient = new HashMap<>();

    /** Null when there is none, and so below. */
    Requester ofId(String id) {
        return byId.get(id);
    }

    /** @param digest of a token, hex */
    Requester ofToken(String digest) {
        return byToken.get(digest);
    }

    /** @param client id of an OAuth client */
    Requester ofClient(String client) {
        return byClient.get(client);
    }

    int count() {
        return byId.size();
    }

    /** Each of these gives the requester who has it already, null when nobody had. */
    Requester addId(Requester requester) {
        return byId.putIfAbsent(requester.id(), requester);
    }

    Requester addToken(String digest, Requester requester) {
        return byToken.putIfAbsent(digest, requester);
    }

    Requester addClient(String client, Requester requester) {
        return byClient.putIfAbsent(client, requester);
    }
}
