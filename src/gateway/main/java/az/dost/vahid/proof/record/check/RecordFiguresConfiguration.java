package az.dost.vahid.proof.record.check;

import az.dost.vahid.figures.Figure;
import az.dost.vahid.signature.StampSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How old the newest signed root and the newest time-stamp are. A root says in its JWS when it was signed, and which
 * entry is its last.
 */
@Configuration(proxyBeanMethods = false)
class RecordFiguresConfiguration {
    /** Roots that are looked at for a stamp: a day of them. */
    private static final String NEWEST =
            "(select number, jws, stamp from audit_root order by number desc limit 1500) newest";
    /** What a root's JWS says; base64url has no padding. */
    private static final String SAID =
            "convert_from(decode(rpad(said, (length(said) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::json ->> ";

    private static final String ROOT =
            "(select translate(split_part(jws, '.', 2), '-_', '+/') as said from audit_root order by number desc limit 1) root";

    @Bean
    Figure rootAge() {
        return Figure.age(
                "vahid.record.root.age",
                "Since the audit chain was last signed",
                "select extract(epoch from now() - (" + SAID + "'at')::timestamptz) from " + ROOT);
    }

    @Bean
    Figure unsignedEntries() {
        return Figure.count(
                "vahid.record.unsigned",
                "Entries of the audit chain that no signed root covers yet; one time-stamp's entry may be for long",
                "select coalesce((select max(sequence) from audit_head), 0) - coalesce((select (" + SAID
                        + "'last')::bigint from " + ROOT + "), 0)");
    }

    @Bean
    Figure stampAge(StampSettings stamps) {
        return Figure.age(
                "vahid.record.stamp.age",
                "Since the newest root that has a time-stamp was signed",
                stamps.authority().isBlank()
                        ? "null"
                        : "select extract(epoch from now() - (" + SAID
                                + "'at')::timestamptz) from (select translate(split_part(jws, '.', 2), '-_', '+/') as said from "
                                + NEWEST + " where stamp is not null order by number desc limit 1) root");
    }

    @Bean
    Figure unstampedRoots(StampSettings stamps) {
        return Figure.count(
                "vahid.record.unstamped",
                "Signed roots since the last one that has a time-stamp",
                stamps.authority().isBlank()
                        ? "0"
                        : "select coalesce(max(number) - max(number) filter (where stamp is not null), count(*)) from "
                                + NEWEST);
    }
}
