package az.dost.vahid.journeys.citizen;

/** A message is no answer of an agency to what it was asked; says why, without a word of it. */
public final class AnswerRefused extends RuntimeException {
    public AnswerRefused(String reason) {
        super(reason, null, false, false);
    }
}
