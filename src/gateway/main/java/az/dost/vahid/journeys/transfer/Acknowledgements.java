package az.dost.vahid.journeys.transfer;

import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one partner's word that it has a file: an empty file with the transfer's id as its name. */
public final class Acknowledgements {
    private static final int LONGEST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private final String partner;
    private final Transfers transfers;

    Acknowledgements(String partner, Transfers transfers) {
        this.partner = partner;
        this.transfers = transfers;
    }

    public void acknowledge(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        if (name.length() > LONGEST) {
            LOG.warn("An acknowledgement of {} has a name that is too long", partner);
            return;
        }
        try {
            transfers.acknowledge(UUID.fromString(name.substring(0, name.length() - ".ack".length())), partner);
        } catch (IllegalArgumentException e) {
            LOG.warn("An acknowledgement of {} names no file", partner);
        }
    }
}
