package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Answers that somebody counts. */
public final class CountedAnswers {
    public static void answered(AnswerTally tally, String agency, int times) {
        add(tally, agency, times, Verdict.ANSWERED, null);
    }

    public static void failed(AnswerTally tally, String agency, int times) {
        add(tally, agency, times, Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED);
    }

    private static void add(AnswerTally tally, String agency, int times, Verdict verdict, Reason reason) {
        for (int i = 0; i < times; i++) {
            tally.of(agency)
                    .add(new SourceAnswer(
                            agency,
                            verdict,
                            reason,
                            null,
                            40,
                            JsonNodeFactory.instance.objectNode(),
                            List.of(),
                            List.of()));
        }
    }

    private CountedAnswers() {}
}
