package az.dost.vahid.bench.scatter;

import java.io.ByteArrayOutputStream;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** A JSON array of the replies as they came. */
final class Merge implements AggregationStrategy {
    private static final int LONGEST = 64 * 1024;

    @Override
    public Exchange aggregate(Exchange all, Exchange branch) {
        Exchange result = all == null ? new DefaultExchange(branch.getContext()) : all;
        ByteArrayOutputStream merged = all == null
                ? new ByteArrayOutputStream(LONGEST)
                : all.getMessage().getBody(ByteArrayOutputStream.class);
        merged.write(all == null ? '[' : ',');
        merged.writeBytes(branch.getMessage().getBody(byte[].class));
        result.getMessage().setBody(merged);
        return result;
    }

    @Override
    public void onCompletion(Exchange exchange) {
        ByteArrayOutputStream merged = exchange.getMessage().getBody(ByteArrayOutputStream.class);
        merged.write(']');
        exchange.getMessage().setBody(merged.toByteArray());
    }
}
