package az.dost.vahid.offers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.rights.*}.
 *
 * @param folder of the rights; blank where the bus finds none by itself
 * @param requester in whose name it asks
 * @param official of that requester
 * @param undecidedFor how long facts that were not known are asked for again
 * @param late older events bring nothing about
 * @param birthdaysWithin so far ahead a birthday is waited for on which there may be a right
 * @param stands how long an offer can be accepted
 * @param answeredWithin how long whoever awards has to answer
 */
@ConfigurationProperties("vahid.rights")
record OfferSettings(
        String folder,
        String requester,
        String official,
        Duration undecidedFor,
        Duration late,
        Duration birthdaysWithin,
        Duration stands,
        Duration answeredWithin) {}
