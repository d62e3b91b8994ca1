package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page of the labour register's answer: contracts from the oldest on, money in qəpik; the job seeker on page 1 only.
 */
record ContractPage(
        @JsonProperty("sehife") Position position,
        @JsonProperty("muqavileler") List<Contract> contracts,
        @JsonProperty("issiz") JobSeeker jobSeeker) {
    /** Small, so that an ordinary working life already takes several pages. */
    static final int SIZE = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

    record Position(
            @JsonProperty("fin") String fin,
            @JsonProperty("vaxt") String answeredAt,
            @JsonProperty("nomre") int number,
            @JsonProperty("sehifeSayi") int pages,
            @JsonProperty("cemi") int total) {}

    record Contract(
            @JsonProperty("sira") int ordinal,
            @JsonProperty("isegoturen") Employer employer,
            @JsonProperty("vezife") String position,
            @JsonProperty("baslama") String startedOn,
            @JsonProperty("xitam") String endedOn,
            @JsonProperty("aylikEmekHaqqiQepik") long monthlySalary) {
        static Contract of(int ordinal, Facts.Employment job) {
            return new Contract(
                    ordinal,
                    new Employer(job.employerVoen(), job.employerName()),
                    job.position(),
                    day(job.startedOn()),
                    day(job.endedOn()),
                    qapik(job.monthlySalary()));
        }
    }

    record Employer(
            @JsonProperty("voen") String voen,
            @JsonProperty("ad") String name) {}

    record JobSeeker(
            @JsonProperty("qeydiyyat") String registeredOn,
            @JsonProperty("status") int status,
            @JsonProperty("muavinetQepik") Long benefit) {
        static JobSeeker of(Facts.Unemployment seeker) {
            return new JobSeeker(
                    day(seeker.registeredOn()),
                    seeker.status().equals("REGISTERED") ? 1 : 2,
                    seeker.benefitAmount() == null ? null : qapik(seeker.benefitAmount()));
        }
    }

    /** Pages count from 1; a page past the last is empty. */
    static ContractPage of(Entry entry, int number, Instant now) {
        List<Facts.Employment> jobs = entry.fact("employment");
        List<Facts.Employment> oldestFirst = new ArrayList<>(jobs == null ? List.of() : jobs);
        Collections.reverse(oldestFirst);
        int total = oldestFirst.size();
        int from = (int) Math.min((number - 1L) * SIZE, total);
        Facts.Unemployment seeker = entry.fact("unemployment");
        return new ContractPage(
                new Position(entry.fin(), TIME.format(now), number, (total + SIZE - 1) / SIZE, total),
                IntStream.range(from, Math.min(from + SIZE, total))
                        .mapToObj(i -> Contract.of(i + 1, oldestFirst.get(i)))
                        .toList(),
                seeker == null || number > 1 ? null : JobSeeker.of(seeker));
    }

    private static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private static long qapik(String money) {
        return new BigDecimal(money).movePointRight(2).longValueExact();
    }
}
