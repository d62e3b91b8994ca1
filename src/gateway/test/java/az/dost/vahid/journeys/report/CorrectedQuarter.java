package az.dost.vahid.journeys.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Three months that are closed, then their quarter; then a month is corrected, and so is its quarter. The same for each
 * seed.
 */
final class CorrectedQuarter implements AutoCloseable {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final List<String> AGES = List.of("18-29", "30-44", "60-69");
    private static final List<String> CHANNELS = List.of("CENTRE", "HOME", "REMOTE");
    final TestReports reports;
    private final Random random;

    /** Closes all of it. */
    CorrectedQuarter(Path folder, int seed) throws Exception {
        reports = new TestReports(folder);
        random = new Random(seed);
        for (int month = 0; month < 3; month++) {
            for (int i = 0; i < 22; i++) {
                cases(FIRST.plusMonths(month), 15);
            }
        }
        Instant now = ReportPeriod.quarter(FIRST).closesAt().plus(Duration.ofDays(9));
        reports.job(now).run();
        for (int correction = 0; correction < 2; correction++) {
            cases(FIRST.plusMonths(random.nextInt(3)), 9);
            reports.jdbc.update(
                    "insert into report_order (id, period, because, asked_by) values (?, ?, 'late entries', 'an operator')",
                    UUID.randomUUID(),
                    FIRST.plusMonths(correction).toString());
            reports.job(now).run();
            reports.job(now).run();
        }
    }

    /** A few cases that are alike. */
    private void cases(YearMonth month, int most) {
        List<String> services = reports.passports.all().stream()
                .map(passport -> passport.code())
                .sorted()
                .limit(7)
                .toList();
        String service = services.get((int) (Math.pow(random.nextDouble(), 2) * services.size()));
        String centre = TestReports.OWN_ROW.get((int) (Math.pow(random.nextDouble(), 2) * TestReports.OWN_ROW.size()));
        String channel = CHANNELS.get((int) (Math.pow(random.nextDouble(), 2) * CHANNELS.size()));
        String sex = random.nextInt(3) > 0 ? "F" : "M";
        String age = AGES.get((int) (Math.pow(random.nextDouble(), 2) * AGES.size()));
        String paper = reports.papers(4).get(random.nextInt(4));
        Instant hour = TestReports.within(month);
        long n = 1 + random.nextInt(most);
        long free = random.nextInt((int) n + 1);
        count(hour, "CASES", service, centre, channel, "", "", n);
        count(hour, "DOCUMENT_FREE", service, centre, channel, "", "", free);
        count(hour, "NOT_ASKED", service, centre, channel, paper, "", n);
        count(hour, "COLLECTED", service, centre, channel, paper, "", random.nextInt((int) n + 1));
        count(hour, "STILL_ASKED", service, centre, channel, paper, "", n - free);
        count(hour, "PERSON_CASES", service, centre, channel, sex, age, n);
        count(hour, "PERSON_FREE", service, centre, channel, sex, age, free);
        acts(hour, service, most);
        count(
                hour,
                "AGENCY_ANSWER",
                service,
                centre,
                channel,
                "tax",
                random.nextInt(9) > 0 ? "ANSWERED" : "TIMED_OUT",
                n);
    }

    /** What happened beside them: refusals at services of disability and at others, ratings, signs of misuse. */
    private void acts(Instant hour, String service, int most) {
        count(
                hour,
                "REFUSAL",
                random.nextBoolean() ? service : "",
                "",
                "UNKNOWN",
                random.nextInt(3) > 0 ? "NOT_GRANTED" : "OVERLOADED",
                "",
                random.nextInt(most));
        count(
                hour,
                "RATING",
                service,
                "",
                "",
                Integer.toString(3 + random.nextInt(3)),
                random.nextInt(4) > 0 ? "" : "COMPLAINT",
                random.nextInt(4));
        count(hour, "HIT_OPENED", "", "", "", random.nextInt(3) > 0 ? "BY_RULE" : "BY_CITIZEN", "", random.nextInt(3));
        count(hour, "VIEW", "", "", "", "", "", random.nextInt(3));
    }

    private void count(
            Instant hour, String measure, String service, String centre, String channel, String a, String b, long n) {
        if (n > 0) {
            reports.tally(hour, measure, service, centre, channel, a, b, n);
        }
    }

    /** Every version of every period, months before quarters, older ones first. */
    void each(BiConsumer<ReportPeriod, ReportVersion> action) {
        reports.versions.headings().stream()
                .sorted(Comparator.comparing(
                                (ReportVersions.Heading one) -> one.period().contains("Q"))
                        .thenComparing(ReportVersions.Heading::version))
                .forEach(heading -> {
                    ReportPeriod period = ReportPeriod.of(heading.period()).orElseThrow();
                    action.accept(
                            period,
                            reports.versions.find(period, heading.version()).orElseThrow());
                });
    }

    /** Who knows of each service its family. */
    PublishedCells reader() {
        return new PublishedCells(service -> reports.passports.all().stream()
                .filter(passport -> passport.code().equals(service))
                .findFirst()
                .orElseThrow()
                .family());
    }

    @Override
    public void close() throws Exception {
        reports.close();
    }
}
