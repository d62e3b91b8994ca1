package az.dost.vahid.spdci;

import az.dost.vahid.journeys.event.WebhookAddresses;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** Where a sender is told: below the address that the settings have for it, and nowhere that a webhook may not go. */
final class Callbacks {
    private static final String FIELD = "header.sender_uri";
    private final Senders senders;
    private final WebhookAddresses addresses;

    Callbacks(Senders senders, WebhookAddresses addresses) {
        this.senders = senders;
        this.addresses = addresses;
    }

    /**
     * The address that a message names for the calls that it brings about.
     *
     * @return null where it names none
     * @throws ProblemException FIELD_INVALID for an address that nothing is sent to
     */
    String named(String sender, JsonNode header) {
        JsonNode named = header.path("sender_uri");
        if (named.isMissingNode() || named.isNull()) {
            return null;
        }
        String address = named.asText("");
        if (!below(senders.callback(sender), address)) {
            throw Fields.invalid(FIELD, "It must be below the address that your system has here for calls to it.");
        }
        addresses.fault(address).ifPresent(why -> {
            throw Fields.invalid(FIELD, "Nothing is sent there: " + why + ".");
        });
        return address;
    }

    /**
     * Where a message's sender is called now; the settings may have changed since it came.
     *
     * @return null where the sender has no address: it asks for the status
     * @throws ProblemException NOT_GRANTED where the message named one that is not the sender's any more
     */
    String of(LaterMessage message) {
        String own = senders.callback(message.sender());
        String named = message.content().path(LaterMessage.ADDRESS).textValue();
        if (named == null) {
            return own.isBlank() ? null : own + message.kind().path();
        }
        if (!below(own, named)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, FIELD, "The address is not the sender's any more.");
        }
        return named;
    }

    private static boolean below(String own, String address) {
        try {
            URI uri = URI.create(address);
            return !own.isBlank()
                    && address.startsWith(own)
                    && uri.normalize().toString().equals(address)
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
