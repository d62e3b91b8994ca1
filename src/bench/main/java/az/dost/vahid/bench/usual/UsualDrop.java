package az.dost.vahid.bench.usual;

import az.dost.vahid.answer.Question;
import az.dost.vahid.bench.floor.LeanDrops;
import az.dost.vahid.bench.floor.LeanSnapshots;
import az.dost.vahid.connector.Connector;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.context.ApplicationContext;

/** One query for one agency that leaves files. */
final class UsualDrop implements Processor {
    private final LeanDrops drops;

    UsualDrop(Connector connector, ApplicationContext parts) {
        drops = new LeanDrops(new LeanSnapshots(parts.getBean(HikariDataSource.class)), List.of(connector));
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage()
                .setBody(
                        drops.ask(exchange.getMessage().getBody(Question.class)).get(0));
    }
}
