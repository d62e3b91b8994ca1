package az.dost.vahid.credentials;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.passport.Passport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One credential that can be had, {@code contracts/credentials/<code>.yaml}.
 *
 * @param purpose under which its fact is asked for
 * @param paper that it stands for
 * @param claims what it shows of the record
 * @param endedBy types of events of its holder after which it is not valid any more
 */
record CredentialType(
        String code, Passport purpose, Passport.PaperDocument paper, List<Claim> claims, Set<String> endedBy) {
    /** @param field of the record, and name of the claim */
    record Claim(String field, Passport.Title title) {}

    Passport.Title title() {
        return purpose.title();
    }

    /** The verdict on the paper, and why. @param dossier that was made for it */
    JsonNode verdict(ObjectNode dossier) {
        for (JsonNode row : dossier.path("documents")) {
            if (row.path("id").textValue().equals(paper.id())) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    /** The fact with its provenance. */
    JsonNode fact(ObjectNode dossier) {
        return dossier.at("/facts/" + paper.fact());
    }

    /**
     * The register's record that is such a paper on a day; of several the one that began last.
     *
     * @param day in Azerbaijan
     * @return missing where there is none
     */
    JsonNode record(ObjectNode dossier, LocalDate day) {
        JsonNode value = fact(dossier).path("value");
        if (!value.isArray()) {
            return value;
        }
        return StreamSupport.stream(value.spliterator(), false)
                .filter(one -> is(one, day))
                .max(Comparator.comparing(one -> one.path(begin()).asText("")))
                .orElse(MissingNode.getInstance());
    }

    private String begin() {
        return paper.validFrom() == null ? "" : paper.validFrom();
    }

    private boolean is(JsonNode record, LocalDate day) {
        String today = day.toString();
        return paper.where().entrySet().stream()
                        .allMatch(one -> one.getValue()
                                .contains(record.path(one.getKey()).asText()))
                && paper.certifies().stream().allMatch(record::has)
                && record.path(begin()).asText(today).compareTo(today) <= 0
                && (paper.validUntil() == null
                        || record.path(paper.validUntil()).asText(today).compareTo(today) >= 0);
    }

    /**
     * When a credential of the record is valid no more: never later than the register says, and at the end of a day in
     * Azerbaijan, so that it tells nothing of the hour in which it was asked for.
     *
     * @param days for which one is valid at the most, after today
     */
    Instant expires(JsonNode record, LocalDate today, long days) {
        LocalDate longest = today.plusDays(days);
        JsonNode told = paper.validUntil() == null ? MissingNode.getInstance() : record.path(paper.validUntil());
        LocalDate last = told.isTextual() ? LocalDate.parse(told.textValue()) : longest;
        return (last.isBefore(longest) ? last : longest)
                .plusDays(1)
                .atStartOfDay(Baku.ZONE)
                .toInstant();
    }
}
