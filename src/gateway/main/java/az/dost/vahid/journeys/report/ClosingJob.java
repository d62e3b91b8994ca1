package az.dost.vahid.journeys.report;

import az.dost.vahid.job.Cause;
import az.dost.vahid.journeys.report.order.ReportOrder;
import az.dost.vahid.journeys.report.order.ReportOrders;
import az.dost.vahid.journeys.tally.Rebuild;
import az.dost.vahid.journeys.tally.Recounts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Closes what is due, the months before the quarter that they make up, and does what operators and analysts have
 * ordered. It runs once a cluster.
 */
public final class ClosingJob {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingJob.class);
    private final PeriodClosing closing;
    private final ReportCalendar calendar;
    private final ReportVersions versions;
    private final ReportOrders orders;
    private final Recounts recounts;
    private final Clock clock;

    ClosingJob(
            PeriodClosing closing,
            ReportCalendar calendar,
            ReportVersions versions,
            ReportOrders orders,
            Recounts recounts,
            Clock clock) {
        this.closing = closing;
        this.calendar = calendar;
        this.versions = versions;
        this.orders = orders;
        this.recounts = recounts;
        this.clock = clock;
    }

    public void run() {
        Set<String> uncounted = countAnew();
        Set<String> closed =
                versions.headings().stream().map(ReportVersions.Heading::period).collect(Collectors.toSet());
        for (ReportPeriod period : calendar.periods()) {
            if (!closed.contains(period.id())
                    && !uncounted.contains(period.id())
                    && !clock.instant().isBefore(period.closesAt())) {
                close(period, null, null);
            }
        }
        orders.waiting().forEach(this::carryOut);
        Set<String> corrected = versions.headings().stream()
                .filter(version -> version.version() > 1)
                .map(ReportVersions.Heading::period)
                .collect(Collectors.toSet());
        calendar.periods().stream()
                .filter(period -> period.kind() == PeriodKind.QUARTER
                        && period.months().stream().map(ReportPeriod::id).anyMatch(corrected::contains))
                .forEach(this::follow);
    }

    /**
     * Of what was counted in another way one month a turn, as each may take long. Its report, if it has one, is closed
     * anew.
     *
     * @return months that still wait
     */
    private Set<String> countAnew() {
        List<Recounts.Recount> waiting = new ArrayList<>(recounts.waiting());
        waiting.stream()
                .filter(recount -> recount.isDue(clock.instant()))
                .findFirst()
                .filter(this::counted)
                .ifPresent(waiting::remove);
        return waiting.stream().map(recount -> recount.month().toString()).collect(Collectors.toSet());
    }

    private boolean counted(Recounts.Recount recount) {
        String month = recount.month().toString();
        try {
            Rebuild.Outcome outcome = recounts.count(recount.month());
            if (outcome.gone() > 0) {
                LOG.warn(
                        "The figures of {} stay as they were counted before: {} of its dossiers are not kept any more",
                        month,
                        outcome.gone());
            } else {
                LOG.info("{} is counted anew: {} figures were not what they are now", month, outcome.different());
                orders.correct(month, recount.because());
            }
            return true;
        } catch (DataAccessException e) {
            LOG.warn("The figures of {} cannot be counted anew now: {}", month, Cause.told(e));
            return false;
        }
    }

    private void carryOut(ReportOrder order) {
        ReportPeriod period = ReportPeriod.of(order.period()).orElse(null);
        if (period == null || versions.newest(period) == 0) {
            LOG.warn("The report of {} cannot be closed anew: it was not closed yet", order.period());
            orders.done(order);
        } else if (close(period, order.because(), order.id())) {
            LOG.info("The report of {} is not closed anew: nothing has changed", order.period());
            orders.done(order);
        }
    }

    /** A quarter is the sum of its months, so it is closed anew after any of them. */
    private void follow(ReportPeriod quarter) {
        versions.find(quarter, null)
                .flatMap(version -> versions.after(version))
                .ifPresent(month -> close(quarter, month.because(), null));
    }

    /**
     * One period that cannot be closed keeps no other one open; it is tried again the next time.
     *
     * @return whether it was ordered, and nothing has changed since the newest version
     */
    private boolean close(ReportPeriod period, String because, UUID order) {
        try {
            int before = versions.newest(period);
            Optional<Integer> version = closing.close(period, because, order);
            version.filter(made -> made > before)
                    .ifPresent(made -> LOG.info("The report of {} is closed, version {}", period.id(), made));
            return version.filter(newest -> newest == before).isPresent();
        } catch (RuntimeException e) {
            LOG.warn("The report of {} cannot be closed now", period.id(), e);
            return false;
        }
    }
}
