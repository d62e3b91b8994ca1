package az.dost.vahid.journeys.report;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.report.*}.
 *
 * @param disabilityFacts facts by which a register tells of a disability, or of what may come to one
 * @param visit what a visit to an authority costs
 * @param computed whether figures are computed, as the demonstration's are: each report says so
 * @param openData what the catalogue of open data says of itself
 */
@ConfigurationProperties("vahid.report")
record ReportSettings(Set<String> disabilityFacts, VisitTime visit, boolean computed, OpenData openData) {
    /**
     * @param address where outsiders reach the gateway, blank where addresses are relative
     * @param licence address of the licence, blank where there is none
     */
    record OpenData(String address, String licence) {}
}
