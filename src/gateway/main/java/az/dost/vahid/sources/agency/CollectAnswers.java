package az.dost.vahid.sources.agency;

import az.dost.vahid.answer.SourceAnswer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** Gathers the branches' answers into one list, the scatter's body. */
final class CollectAnswers implements AggregationStrategy {
    @Override
    @SuppressWarnings("unchecked")
    public Exchange aggregate(Exchange gathered, Exchange branch) {
        // Not the first branch itself: where that one failed and the failure was handled, the lookup would end with it.
        Exchange result = gathered == null ? new DefaultExchange(branch.getContext()) : gathered;
        List<SourceAnswer> answers = gathered == null
                ? new CopyOnWriteArrayList<>()
                : gathered.getMessage().getBody(List.class);
        SourceAnswer answer = branch.getMessage().getBody(SourceAnswer.class);
        if (answer != null) {
            answers.add(answer);
        }
        result.getMessage().setBody(answers);
        return result;
    }
}
