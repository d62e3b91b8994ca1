package az.dost.vahid.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.answer.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts for which reason an answer is not proven. */
public final class Refusal {
    public static void assertRefused(Reason reason, ThrowingCallable verification) {
        Throwable thrown = catchThrowable(verification);
        assertThat(thrown).isInstanceOf(ProofException.class);
        assertThat(((ProofException) thrown).reason()).as(thrown.getMessage()).isEqualTo(reason);
    }

    private Refusal() {}
}
