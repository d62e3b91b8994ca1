package az.dost.vahid.report;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what is due, the months before the quarter that they make up, and does what operators have ordered. It runs once a cluster. */
public final class ClosingJob {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingJob.class);
    private final PeriodClosing closing;
    private final ReportCalendar calendar;
    private final ReportVersions versions;
    private final ReportOrders orders;
    private final Clock clock;

    ClosingJob(PeriodClosing closing, ReportCalendar calendar, ReportVersions versions, ReportOrders orders, Clock clock) {
        this.closing = closing;
        this.calendar = calendar;
        this.versions = versions;
        this.orders = orders;
        this.clock = clock;
    }

    public void run() {
        Set<String> closed = versions.headings().stream().map(ReportVersions.Heading::period).collect(Collectors.toSet());
        for (ReportPeriod period : calendar.periods()) {
            if (!closed.contains(period.id()) && !clock.instant().isBefore(period.closesAt())) {
                close(period, null, null);
            }
        }
        orders.waiting().forEach(this::carryOut);
        Set<String> corrected = versions.headings().stream().filter(version -> version.version() > 1).map(ReportVersions.Heading::period).collect(Collectors.toSet());
        calendar.periods().stream().filter(period -> period.kind() == PeriodKind.QUARTER && period.months().stream().map(ReportPeriod::id).anyMatch(corrected::contains))
                .forEach(this::follow);
    }

    private void carryOut(ReportOrders.Order order) {
        if (versions.newest(order.period()) == 0) {
            LOG.warn("The report of {} cannot be closed anew: it was not closed yet", order.period().id());
            orders.done(order);
        } else {
            close(order.period(), order.because(), order.id());
        }
    }

    /** A quarter is the sum of its months, so it is closed anew after any of them. */
    private void follow(ReportPeriod quarter) {
        versions.find(quarter, null).flatMap(version -> versions.after(version)).ifPresent(month -> close(quarter, month.because(), null));
    }

    /** One period that cannot be closed keeps no other one open; it is tried again the next time. */
    private void close(ReportPeriod period, String because, UUID order) {
        try {
            closing.close(period, because, order).ifPresent(version -> LOG.info("The report of {} is closed, version {}", period.id(), version));
        } catch (RuntimeException e) {
            LOG.warn("The report of {} cannot be closed now", period.id(), e);
        }
    }
}
