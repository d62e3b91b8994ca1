package az.dost.vahid.leak;

/** Who nobody may be told of; {@code META-INF/services} of test resources names them. */
public interface KnownCitizens {
    /** @param word of seven characters */
    boolean isFin(String word);

    boolean isName(String word);
}
