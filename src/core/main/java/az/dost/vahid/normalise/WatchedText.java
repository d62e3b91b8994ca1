package az.dost.vahid.normalise;

/** A text that a regular expression looks at: a run that looks too often is over. */
public final class WatchedText implements CharSequence {
    /** Looks that make a step. */
    private static final int LOOKS = 4;

    private final String text;
    private final long most;
    private long left;

    /** Of a mapping: as often as it has {@link Steps}. */
    WatchedText(String text) {
        this(text, Math.min(Steps.here().left(), Integer.MAX_VALUE) * LOOKS);
    }

    /** @param most how often it may be looked at, before a {@link CostlyMappingException} */
    public WatchedText(String text, long most) {
        this.text = text;
        this.most = most;
        this.left = most;
    }

    /** The look is over: what it cost is taken. */
    void pay() {
        Steps.here().take((most - left) / LOOKS);
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new CostlyMappingException("a regular expression does not end within its bounds");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
