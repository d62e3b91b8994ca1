package az.dost.vahid.agency;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Gathers the branches' answers into one list, the scatter's body. */
public final class CollectAnswers implements AggregationStrategy {
    @Override
    @SuppressWarnings("unchecked")
    public Exchange aggregate(Exchange gathered, Exchange branch) {
        Exchange result = gathered == null ? branch : gathered;
        List<SourceAnswer> answers = gathered == null ? new CopyOnWriteArrayList<>() : gathered.getMessage().getBody(List.class);
        SourceAnswer answer = branch.getMessage().getBody(SourceAnswer.class);
        if (answer != null) {
            answers.add(answer);
        }
        result.getMessage().setBody(answers);
        return result;
    }
}
