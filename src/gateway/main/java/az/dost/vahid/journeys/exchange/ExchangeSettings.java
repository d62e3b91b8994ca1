package az.dost.vahid.journeys.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.exchange.*}.
 *
 * @param services folder of the services that members offer each other
 * @param most calls between members that are under way at once
 * @param keptBytes up to so many bytes a body is kept for the record
 * @param envelopeBytes up to so many bytes the envelope of a SOAP message may have
 * @param olderCodes whether codes of faults are written as software up to 7.7 writes them
 */
@ConfigurationProperties("vahid.exchange")
record ExchangeSettings(String services, int most, int keptBytes, int envelopeBytes, boolean olderCodes) {}
