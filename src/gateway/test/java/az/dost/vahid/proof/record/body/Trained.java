package az.dost.vahid.proof.record.body;

import java.util.List;

/** A dictionary of samples, as {@link FirstDictionaries} makes it. */
public final class Trained {
    public static byte[] of(List<byte[]> samples) {
        return FirstDictionaries.trained(samples);
    }

    private Trained() {}
}
