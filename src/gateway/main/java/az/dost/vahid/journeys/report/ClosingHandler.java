package az.dost.vahid.journeys.report;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.journeys.report.order.ClosingReason;
import az.dost.vahid.journeys.report.order.ReportOrder;
import az.dost.vahid.journeys.report.order.ReportOrders;
import az.dost.vahid.problem.ProblemException;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Analysts have a closed period closed anew; {@link ClosingJob} does it. */
public final class ClosingHandler {
    private static final int MAX_BODY = 4 * 1024;
    private final PublishedReports reports;
    private final ReportOrders orders;

    ClosingHandler(PublishedReports reports, ReportOrders orders) {
        this.reports = reports;
        this.orders = orders;
    }

    /**
     * @throws ProblemException PERIOD_UNKNOWN, PERIOD_OPEN; as {@link ReportReader#analyst}, {@link ClosingReason#read}
     *     and {@link ReportOrders#order}
     */
    public void order(Exchange exchange) throws IOException {
        Caller analyst = ReportReader.analyst(exchange);
        Message message = exchange.getMessage();
        String key = IdempotencyKey.required(message);
        ReportPeriod period = reports.closed(exchange);
        String because = ClosingReason.read(BoundedBody.of(message, MAX_BODY));
        ReportOrder order = orders.order(analyst.requester().id(), analyst.official(), period.id(), because, key);
        HttpAnswer.json(message, order.json());
        HttpAnswer.accepted(message);
    }
}
