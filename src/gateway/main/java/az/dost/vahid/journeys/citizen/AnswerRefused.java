package az.dost.vahid.journeys.citizen;

/** A message is no answer of an agency to a correction; says why, without a word of it. */
final class AnswerRefused extends RuntimeException {
    AnswerRefused(String reason) {
        super(reason, null, false, false);
    }
}
